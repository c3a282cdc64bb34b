package org.throughcare.custody;

import java.time.Instant;
import java.util.Map;

/**
 * One event from the prison's own system, well formed.
 *
 * @param eventId the sender's id, by which a repeated event is known
 * @param occurredAt when it happened
 * @param fields what belongs to its type, as sent; blank is left out
 */
record CustodyEvent(String eventId, Type type, String prisonNumber, Instant occurredAt, Map<String, Object> fields) {

    /** What may happen. Events with the same subject overtake each other: the one that happened later counts. */
    enum Type {
        admitted("presence"),
        releaseDateChanged("releaseDate"),
        transferred("site"),
        released("presence"),
        returnedToCustody("presence"),
        died("presence"),
        deported("presence");

        private final String subject;

        Type(String subject) {
            this.subject = subject;
        }

        String subject() {
            return subject;
        }
    }

    String text(String field) {
        return (String) fields.get(field);
    }
}
