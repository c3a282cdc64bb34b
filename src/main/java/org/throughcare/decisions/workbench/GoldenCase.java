package org.throughcare.decisions.workbench;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Map;

/**
 * A case that a table must decide so.
 *
 * @param name the story in a few words
 * @param inputs what is known; what is missing is unknown
 * @param outputs what must come out, in the table's order; an output that is not named is not compared, one
 *     that is named with null must be empty
 */
record GoldenCase(
        String name,
        Map<String, Object> inputs,
        @JsonSerialize(contentUsing = WithNulls.class) List<Map<String, Object>> outputs) {}
