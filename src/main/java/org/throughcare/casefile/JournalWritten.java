package org.throughcare.casefile;

import java.util.Map;

/**
 * A line was added to the journal of that case. Published in the transaction that writes it, for projections.
 *
 * @param kind the line's code
 * @param details what belongs to it, by name
 */
public record JournalWritten(String caseNumber, String kind, Map<String, ?> details) {}
