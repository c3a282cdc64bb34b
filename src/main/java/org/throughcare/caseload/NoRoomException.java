package org.throughcare.caseload;

/** Somebody was chosen who carries as many cases as she may. */
public class NoRoomException extends RuntimeException {

    NoRoomException(Load load) {
        super("has no room: " + load.inWords() + ". Choose a colleague who has, or ask a supervisor.");
    }
}
