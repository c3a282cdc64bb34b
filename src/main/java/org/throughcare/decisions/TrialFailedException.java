package org.throughcare.decisions;

/** A table that is not deployed cannot be asked: it is no table, or a cell of it cannot be evaluated. */
public class TrialFailedException extends RuntimeException {

    TrialFailedException(String message) {
        super(message);
    }
}
