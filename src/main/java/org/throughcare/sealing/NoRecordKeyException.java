package org.throughcare.sealing;

import org.throughcare.start.CannotStartException;

/** The application may not start: it could not seal the record, or not open it. */
class NoRecordKeyException extends CannotStartException {

    private static final String HOW = "Set THROUGHCARE_RECORD_KEYS to an id and 32 random bytes, for example"
            + " THROUGHCARE_RECORD_KEYS=\"2026a:$(openssl rand -base64 32)\", and keep a copy of the key"
            + " apart from the database's backups: without it the record cannot be read.";

    private static final String BRING_IT_BACK =
            "Set THROUGHCARE_RECORD_KEYS to the key that was used until now; its copy"
                    + " is where you keep keys. A new key cannot open what another one sealed. How a key is changed says"
                    + " src/docs/decisions/0007-the-record-at-rest.md.";

    NoRecordKeyException(String message) {
        super(message, HOW);
    }

    private NoRecordKeyException(String message, String action) {
        super(message, action);
    }

    /** The record was sealed with a key that is not here. */
    static NoRecordKeyException lost(String message) {
        return new NoRecordKeyException(message, BRING_IT_BACK);
    }
}
