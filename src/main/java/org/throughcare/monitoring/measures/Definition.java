package org.throughcare.monitoring.measures;

import java.util.List;

/**
 * What a measure is, said once: shown behind "?" beside each of its numbers.
 *
 * @param id its name in addresses
 * @param words what is counted, for whom, at which moment, in plain English
 * @param sql the question that is asked of the database
 * @param source the rule of the domain or the study behind it
 * @param hasCases whether a list of cases stands behind each number
 */
public record Definition(
        String id,
        Group group,
        String title,
        String words,
        String sql,
        String source,
        List<Dimension> dimensions,
        List<Value> values,
        boolean hasCases) {

    /** Copies the lists. */
    public Definition {
        dimensions = List.copyOf(dimensions);
        values = List.copyOf(values);
    }
}
