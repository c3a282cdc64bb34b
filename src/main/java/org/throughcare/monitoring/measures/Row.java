package org.throughcare.monitoring.measures;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers of a measure.
 *
 * @param of the code of each dimension
 * @param values by the key of the value: a number, a text such as a date, null when there is nothing to say
 */
public record Row(Map<String, String> of, Map<String, Object> values) {

    /** Keeps the order; values may be null. */
    public Row {
        of = Collections.unmodifiableMap(new LinkedHashMap<>(of));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
