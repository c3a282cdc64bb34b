package org.throughcare.casefile;

import java.time.Instant;
import java.util.Map;

/**
 * One line of the journal: what happened, when, and who did it.
 *
 * @param kind a lowerCamelCase code such as {@code formSubmitted}
 * @param summary a plain sentence; may hold personal facts, so it never leaves the record
 * @param details what belongs to it, by name
 */
public record JournalEntry(
        long id, String caseNumber, String kind, String summary, Map<String, Object> details, String by, Instant at) {}
