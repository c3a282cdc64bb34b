package org.throughcare.sealing;

import org.throughcare.start.CannotStartException;

/** The application may not start: it could not seal the record, or not open it. */
class NoRecordKeyException extends CannotStartException {

    private static final String HOW = "Set THROUGHCARE_RECORD_KEYS to an id and 32 random bytes, for example"
            + " THROUGHCARE_RECORD_KEYS=\"2026a:$(openssl rand -base64 32)\", and keep a copy of the key"
            + " apart from the database's backups: without it the record cannot be read. To change the"
            + " key, put the new one first and leave the old one behind it, parted by a comma.";

    NoRecordKeyException(String message) {
        super(message, HOW);
    }
}
