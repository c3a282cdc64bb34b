package org.throughcare.decisions.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughcare.decisions.workbench.TableText.Column;
import org.throughcare.decisions.workbench.TableText.Row;

/**
 * What differs between two texts of a table, as a person would say it: columns, rules and cells. Rules are the same when
 * they have the same id.
 *
 * @param columns that were added, removed or changed
 * @param rules that were added, removed, changed or moved
 */
record Differences(List<ColumnChange> columns, List<RuleChange> rules) {

    /** How something changed. */
    enum Change {
        added,
        removed,
        changed,
        moved
    }

    /** What a column was and is, in words. */
    record ColumnChange(Change change, String name, String from, String to) {}

    /**
     * What became of a rule.
     *
     * @param rowFrom its number before; null for a new one
     * @param rowTo its number now; null for one that is gone
     */
    record RuleChange(Change change, String id, Integer rowFrom, Integer rowTo, List<CellChange> cells) {}

    /** A cell before and now; empty text where there was or is none. */
    record CellChange(String column, String from, String to) {}

    static final String ANNOTATION = "Source";

    static Differences between(TableText from, TableText to) {
        return new Differences(columns(from, to), rules(from, to));
    }

    boolean isEmpty() {
        return columns.isEmpty() && rules.isEmpty();
    }

    private static List<ColumnChange> columns(TableText from, TableText to) {
        List<ColumnChange> changes = new ArrayList<>();
        if (!from.hitPolicy().equals(to.hitPolicy())) {
            changes.add(new ColumnChange(Change.changed, "Hit policy", from.hitPolicy(), to.hitPolicy()));
        }
        Map<String, Column> before = byName(from);
        Map<String, Column> now = byName(to);
        before.forEach((name, column) -> {
            if (!now.containsKey(name)) {
                changes.add(new ColumnChange(Change.removed, name, words(column), ""));
            } else if (!words(column).equals(words(now.get(name)))) {
                changes.add(new ColumnChange(Change.changed, name, words(column), words(now.get(name))));
            }
        });
        now.forEach((name, column) -> {
            if (!before.containsKey(name)) {
                changes.add(new ColumnChange(Change.added, name, "", words(column)));
            }
        });
        return changes;
    }

    private static Map<String, Column> byName(TableText table) {
        Map<String, Column> columns = new LinkedHashMap<>();
        Stream.concat(table.inputs().stream(), table.outputs().stream())
                .forEach(column -> columns.put(column.name(), column));
        return columns;
    }

    private static String words(Column column) {
        return column.label() + " (" + column.type()
                + (column.values().isEmpty() ? "" : ": " + String.join(", ", column.values())) + ")";
    }

    private static List<RuleChange> rules(TableText from, TableText to) {
        Map<String, Row> before = byId(from);
        Map<String, Row> now = byId(to);
        List<String> stayed =
                from.rules().stream().map(Row::id).filter(now::containsKey).toList();
        List<String> stay =
                to.rules().stream().map(Row::id).filter(before::containsKey).toList();
        Map<String, Integer> placeBefore = places(stayed);
        Map<String, Integer> placeNow = places(stay);
        List<RuleChange> changes = new ArrayList<>();
        from.rules().stream()
                .filter(rule -> !now.containsKey(rule.id()))
                .forEach(rule -> changes.add(new RuleChange(
                        Change.removed, rule.id(), rule.number(), null, cells(said(from, rule), Map.of()))));
        for (Row rule : to.rules()) {
            Row old = before.get(rule.id());
            List<CellChange> cells = cells(old == null ? Map.of() : said(from, old), said(to, rule));
            if (old == null) {
                changes.add(new RuleChange(Change.added, rule.id(), null, rule.number(), cells));
            } else if (!cells.isEmpty()) {
                changes.add(new RuleChange(Change.changed, rule.id(), old.number(), rule.number(), cells));
            } else if (!placeBefore.get(rule.id()).equals(placeNow.get(rule.id()))) {
                changes.add(new RuleChange(Change.moved, rule.id(), old.number(), rule.number(), List.of()));
            }
        }
        return changes;
    }

    private static Map<String, Integer> places(List<String> ids) {
        Map<String, Integer> places = new HashMap<>();
        ids.forEach(id -> places.put(id, places.size()));
        return places;
    }

    private static Map<String, Row> byId(TableText table) {
        return table.rules().stream()
                .collect(Collectors.toMap(Row::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** The cells of a rule by the name of their column, and its source. */
    static Map<String, String> said(TableText table, Row rule) {
        Map<String, String> cells = new LinkedHashMap<>();
        Stream.concat(table.inputs().stream(), table.outputs().stream())
                .forEach(column -> cells.put(column.name(), rule.cells().getOrDefault(column.id(), "")));
        cells.put(ANNOTATION, rule.annotation());
        return cells;
    }

    private static List<CellChange> cells(Map<String, String> from, Map<String, String> to) {
        return Stream.concat(from.keySet().stream(), to.keySet().stream())
                .distinct()
                .filter(column -> !Objects.equals(from.getOrDefault(column, ""), to.getOrDefault(column, "")))
                .map(column -> new CellChange(column, from.getOrDefault(column, ""), to.getOrDefault(column, "")))
                .toList();
    }
}
