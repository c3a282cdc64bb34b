package org.throughcare.decisions;

import java.util.Map;

/**
 * A rule that fired.
 *
 * @param id the rule's id in that version of the table
 * @param annotation its reason and source, as the analyst wrote it
 * @param outputs what it says, by output name
 */
public record MatchedRule(String id, String annotation, Map<String, Object> outputs) {}
