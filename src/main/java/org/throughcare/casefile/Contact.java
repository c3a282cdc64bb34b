package org.throughcare.casefile;

import java.time.Instant;

/**
 * A contact with a woman, due or made.
 *
 * @param kind what it belongs to, such as {@code followUp}, {@code weeklyMeeting} or {@code dayOne}
 * @param channel inPerson, phone, message or other
 * @param dueAt null when it was not scheduled
 * @param madeAt null while it is due
 * @param outcome due, kept, missed or cancelled
 */
public record Contact(
        long id,
        String caseNumber,
        String kind,
        String channel,
        Instant dueAt,
        Instant madeAt,
        String outcome,
        String note,
        String notedBy) {}
