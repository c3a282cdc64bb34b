package org.throughcare.decisions.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.throughcare.decisions.workbench.Impact.Compared;
import org.throughcare.decisions.workbench.Impact.Group;

/** Gathers where two tables answer otherwise. The words of a reason are no difference: they touch nobody. */
class Comparison {

    private static final String REASON = "reason";
    private static final String NOTHING = "nothing";

    private record Change(String from, String to) {}

    private final UnaryOperator<String> labels;

    private final Map<Change, Set<String>> changes = new LinkedHashMap<>();
    private int asked;
    private int changed;

    /** @param labels what people call the output with a name */
    Comparison(UnaryOperator<String> labels) {
        this.labels = labels;
    }

    void add(String caseNumber, List<Map<String, Object>> now, List<Map<String, Object>> then) {
        asked++;
        Change change = change(now, then);
        if (!change.from().equals(change.to())) {
            changed++;
            changes.computeIfAbsent(change, key -> new TreeSet<>()).add(caseNumber);
        }
    }

    private Change change(List<Map<String, Object>> now, List<Map<String, Object>> then) {
        if (now.size() == 1 && then.size() == 1) {
            return new Change(words(now.get(0), then.get(0)), words(then.get(0), now.get(0)));
        }
        return new Change(words(less(now, then)), words(less(then, now)));
    }

    /** The rows that the others have not. */
    private List<Map<String, Object>> less(List<Map<String, Object>> rows, List<Map<String, Object>> others) {
        List<String> left =
                new ArrayList<>(others.stream().map(row -> words(row, Map.of())).toList());
        return rows.stream().filter(row -> !left.remove(words(row, Map.of()))).toList();
    }

    private String words(List<Map<String, Object>> rows) {
        return rows.isEmpty()
                ? NOTHING
                : rows.stream().map(row -> words(row, Map.of())).collect(Collectors.joining("; "));
    }

    private String words(Map<String, Object> row, Map<String, Object> other) {
        return row.entrySet().stream()
                .filter(output ->
                        !output.getKey().equals(REASON) && !same(output.getValue(), other.get(output.getKey())))
                .map(output ->
                        labels.apply(output.getKey()) + " " + (output.getValue() == null ? "–" : output.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static boolean same(Object one, Object other) {
        return one instanceof Number some && other instanceof Number more
                ? some.doubleValue() == more.doubleValue()
                : one != null && Objects.equals(one, other);
    }

    Compared result() {
        List<Group> groups = changes.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey().from().isEmpty()
                                ? NOTHING
                                : entry.getKey().from(),
                        entry.getKey().to().isEmpty() ? NOTHING : entry.getKey().to(),
                        entry.getValue().size(),
                        List.copyOf(entry.getValue())))
                .sorted(Comparator.comparingInt(Group::count).reversed())
                .toList();
        return new Compared(asked, changed, groups);
    }
}
