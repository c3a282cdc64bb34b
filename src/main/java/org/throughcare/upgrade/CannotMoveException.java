package org.throughcare.upgrade;

/** An instance cannot go on with that version. The message says why, without anything about a woman. */
public class CannotMoveException extends RuntimeException {

    CannotMoveException(String message) {
        super(message);
    }
}
