package org.throughcare.sealing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The application may not start: it could not seal the record, or not open it. */
class NoRecordKeyException extends RuntimeException {

    NoRecordKeyException(String message) {
        super(message);
    }

    /** Says it in plain words instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<NoRecordKeyException> {

        @Override
        protected FailureAnalysis analyze(Throwable root, NoRecordKeyException cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Set THROUGHCARE_RECORD_KEYS to an id and 32 random bytes, for example"
                            + " THROUGHCARE_RECORD_KEYS=\"2026a:$(openssl rand -base64 32)\", and keep a copy of the key"
                            + " apart from the database's backups: without it the record cannot be read. To change the"
                            + " key, put the new one first and leave the old one behind it, parted by a comma.",
                    cause);
        }
    }
}
