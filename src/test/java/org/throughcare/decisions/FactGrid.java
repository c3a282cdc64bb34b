package org.throughcare.decisions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.throughcare.decisions.DecisionTableFile.Column;

/**
 * Every fact that makes a difference to a table, read from the table itself, so that it still holds when an analyst
 * has changed it: all enumerated values, all strings that a cell names, true and false, each number that a cell names
 * with its neighbours (a whole and a half step to either side), all subsets of the words of a list, and always null.
 */
final class FactGrid {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final Map<String, List<Object>> values = new LinkedHashMap<>();

    private FactGrid(DecisionTableFile table) {
        for (Column input : table.inputs()) {
            var cells = table.rules().stream()
                    .map(rule -> rule.cells().get(input.name()))
                    .toList();
            values.put(input.name(), withNull(known(input, cells)));
        }
    }

    static FactGrid of(DecisionTableFile table) {
        return new FactGrid(table);
    }

    Set<String> names() {
        return values.keySet();
    }

    List<Object> valuesOf(String input) {
        return values.get(input);
    }

    /** Visits the full product of all values of all inputs. */
    void forEach(Consumer<Map<String, Object>> visitor) {
        visit(List.copyOf(values.keySet()), 0, new LinkedHashMap<>(), visitor);
    }

    /** Combinations drawn at random, the same ones at each run. */
    Stream<Map<String, Object>> sample(int count) {
        var random = new Random(20_100_706);
        return IntStream.range(0, count).mapToObj(i -> draw(random));
    }

    private Map<String, Object> draw(Random random) {
        var facts = new LinkedHashMap<String, Object>();
        values.forEach((name, choice) -> facts.put(name, choice.get(random.nextInt(choice.size()))));
        return facts;
    }

    private void visit(
            List<String> names, int position, Map<String, Object> facts, Consumer<Map<String, Object>> visitor) {
        if (position == names.size()) {
            visitor.accept(Collections.unmodifiableMap(new LinkedHashMap<>(facts)));
            return;
        }
        for (Object value : values.get(names.get(position))) {
            facts.put(names.get(position), value);
            visit(names, position + 1, facts, visitor);
        }
    }

    private static Set<Object> known(Column input, List<String> cells) {
        return switch (input.type()) {
            case "boolean" -> new LinkedHashSet<>(List.of(true, false));
            case "string" -> words(input, cells);
            case "integer", "long", "double", "number" -> numbers(input, cells);
            case "" -> subsets(List.copyOf(words(input, cells)));
            default -> throw new IllegalArgumentException("No values known for type " + input.type());
        };
    }

    private static Set<Object> words(Column input, List<String> cells) {
        var words = new LinkedHashSet<Object>(input.allowed());
        cells.forEach(cell ->
                QUOTED.matcher(cell).results().map(match -> match.group(1)).forEach(words::add));
        return words;
    }

    private static Set<Object> numbers(Column input, List<String> cells) {
        double[] steps = input.type().equals("double") ? new double[] {-1, -0.5, 0, 0.5, 1} : new double[] {-1, 0, 1};
        var numbers = new LinkedHashSet<Object>();
        cells.stream()
                .flatMap(cell -> NUMBER.matcher(cell).results())
                .map(match -> Double.parseDouble(match.group()))
                .forEach(breakpoint -> {
                    for (double step : steps) {
                        numbers.add(
                                input.type().equals("double")
                                        ? (Object) (breakpoint + step)
                                        : (int) (breakpoint + step));
                    }
                });
        return numbers;
    }

    private static Set<Object> subsets(List<Object> words) {
        return IntStream.range(0, 1 << words.size())
                .mapToObj(bits -> IntStream.range(0, words.size())
                        .filter(i -> (bits >> i & 1) == 1)
                        .mapToObj(words::get)
                        .toList())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Object> withNull(Set<Object> known) {
        var all = new ArrayList<>(known);
        all.add(null);
        return all;
    }
}
