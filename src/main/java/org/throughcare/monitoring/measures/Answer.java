package org.throughcare.monitoring.measures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A measure with its numbers, as pages and other systems read it.
 *
 * @param asOf the moment of the numbers
 * @param hasCases whether a list stands behind each number
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Answer(
        String id,
        Group group,
        String title,
        String words,
        String sql,
        String source,
        Instant asOf,
        List<Heading> dimensions,
        List<Value> values,
        boolean hasCases,
        List<String> notes,
        List<Line> rows) {

    /** What a dimension is called. */
    record Heading(String key, String title) {}

    /** A code and what people call it. */
    record Code(String code, String label) {}

    /** Numbers with the codes that they are of. */
    record Line(Map<String, Code> of, Map<String, Object> values) {}
}
