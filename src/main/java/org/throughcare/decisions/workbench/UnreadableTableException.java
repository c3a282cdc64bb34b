package org.throughcare.decisions.workbench;

/** A text that cannot be read as one decision table. Its message says to the analyst what is wrong. */
class UnreadableTableException extends RuntimeException {

    UnreadableTableException(String message) {
        super(message);
    }
}
