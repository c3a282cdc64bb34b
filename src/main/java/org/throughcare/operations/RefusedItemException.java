package org.throughcare.operations;

/** It cannot be done to this one; the message says why, in words for the person who asked. */
class RefusedItemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedItemException(String why) {
        super(why);
    }
}
