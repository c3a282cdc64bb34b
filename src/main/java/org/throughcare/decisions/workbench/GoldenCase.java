package org.throughcare.decisions.workbench;

import java.util.List;
import java.util.Map;

/**
 * A case that a table must decide so.
 *
 * @param name the story in a few words
 * @param inputs what is known; what is missing is unknown
 * @param outputs what must come out, in the table's order; outputs that are not named are not compared
 */
record GoldenCase(String name, Map<String, Object> inputs, List<Map<String, Object>> outputs) {}
