package org.throughcare.monitoring.measures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A measure that adds up. Its SQL has a line for each thing that counts: {@code case_number}, a column for each dimension
 * and a number for each value. The numbers are its sums, and the list behind a number has the cases of the lines that were
 * added up, so the two cannot differ.
 */
public final class CountedCases implements Measure {

    /** Words that a database keeps for itself. */
    private static final Set<String> RESERVED = Set.of("day", "month", "year");

    private final MeasureSql sql;
    private final String lines;
    private final Definition definition;

    /**
     * @param definition with the SQL of the lines, which goes on after {@link MeasureSql}'s two tables
     */
    public CountedCases(MeasureSql sql, Definition definition) {
        this.sql = sql;
        this.lines = definition.sql();
        this.definition = new Definition(
                definition.id(),
                definition.group(),
                definition.title(),
                definition.words(),
                MeasureSql.shown(counted(definition.sql(), sums(definition))),
                definition.source(),
                definition.dimensions(),
                definition.values(),
                definition.hasCases());
    }

    @Override
    public Definition definition() {
        return definition;
    }

    private static String counted(String lines, String question) {
        return ", counted as (\n" + lines.strip() + ")\n" + question;
    }

    private static String sums(Definition definition) {
        String dimensions = definition.dimensions().stream()
                .map(dimension -> column(dimension.key()))
                .collect(Collectors.joining(", "));
        String sums = definition.values().stream()
                .map(value -> "sum(%1$s) %1$s".formatted(column(value.key())))
                .collect(Collectors.joining(", "));
        return dimensions.isEmpty()
                ? "select " + sums + " from counted"
                : "select %1$s, %2$s from counted group by %1$s".formatted(dimensions, sums);
    }

    /** A key of an answer as the column of the question. */
    static String column(String key) {
        return RESERVED.contains(key)
                ? key + "_"
                : key.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Row> rows(Scope scope) {
        List<Row> rows = new ArrayList<>(sql.ask(scope, counted(lines, sums(definition)))
                .query(this::row)
                .list());
        if (definition.dimensions().size() == 1) {
            addMissing(rows, definition.dimensions().get(0));
        }
        rows.sort(order());
        return rows;
    }

    private Row row(ResultSet found, int number) throws SQLException {
        Map<String, String> of = new LinkedHashMap<>();
        for (Dimension dimension : definition.dimensions()) {
            of.put(dimension.key(), found.getString(column(dimension.key())));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Value value : definition.values()) {
            values.put(value.key(), found.getInt(column(value.key())));
        }
        return new Row(of, values);
    }

    /** A known code that nobody has is a zero that a reader wants to see. */
    private void addMissing(List<Row> rows, Dimension dimension) {
        Map<String, Object> zeros = new LinkedHashMap<>();
        definition.values().forEach(value -> zeros.put(value.key(), 0));
        dimension.codes().stream()
                .filter(code ->
                        rows.stream().noneMatch(row -> code.equals(row.of().get(dimension.key()))))
                .forEach(code -> rows.add(new Row(Map.of(dimension.key(), code), zeros)));
    }

    private Comparator<Row> order() {
        return definition.dimensions().stream()
                .map(CountedCases::order)
                .reduce(Comparator::thenComparing)
                .orElse((one, other) -> 0);
    }

    private static Comparator<Row> order(Dimension dimension) {
        return Comparator.comparing((Row row) -> {
                    int place = dimension.codes().indexOf(row.of().get(dimension.key()));
                    return place < 0 ? Integer.MAX_VALUE : place;
                })
                .thenComparing(row -> row.of().get(dimension.key()));
    }

    @Override
    public List<String> cases(Scope scope, Map<String, String> of, String value) {
        String narrow = Stream.concat(
                        definition.dimensions().stream()
                                .map(Dimension::key)
                                .filter(of::containsKey)
                                .map(key -> column(key) + " = :of_" + column(key)),
                        Stream.of(column(value) + " > 0"))
                .collect(Collectors.joining(" and "));
        StatementSpec question = sql.ask(
                scope,
                counted(
                        lines,
                        """
                        select f.case_number from case_file f
                        where f.case_number in (select case_number from counted where %s)
                        order by case when f.released_at is null then f.release_date end nulls last, f.case_number"""
                                .formatted(narrow)));
        for (Dimension dimension : definition.dimensions()) {
            if (of.containsKey(dimension.key())) {
                question = question.param("of_" + column(dimension.key()), of.get(dimension.key()));
            }
        }
        return question.query(String.class).list();
    }
}
