package org.throughcare.monitoring.measures;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A measure of what came of the work. No list of cases stands behind its numbers, and it says what is hidden.
 *
 * @param definition with the whole SQL
 * @param numbers its rows, small groups already hidden
 * @param remarks what to say beside them
 */
record OutcomeMeasure(Definition definition, Function<Scope, List<Row>> numbers, List<String> remarks)
        implements Measure {

    private static final String HIDING =
            "Numbers about fewer than five women are hidden, and where needed another beside them.";

    @Override
    public List<Row> rows(Scope scope) {
        return numbers.apply(scope);
    }

    @Override
    public List<String> notes(Scope scope) {
        return Stream.concat(remarks.stream(), Stream.of(HIDING)).toList();
    }
}
