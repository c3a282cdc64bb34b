package org.throughcare.access;

/** Codes in answers of the engine. */
public final class EngineErrorCodes {

    /** Two made the same thing at the same moment; from the range that the engine leaves to others (20000 to 39999). */
    public static final int MADE_TWICE = 20_409;

    /** The engine's own, for a row that somebody else has changed. */
    static final int OPTIMISTIC_LOCKING = 1;

    private EngineErrorCodes() {}
}
