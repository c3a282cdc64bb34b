package org.throughcare.decisions.workbench;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughcare.decisions.TableTrials;
import org.throughcare.decisions.TableTrials.Trial;
import org.throughcare.decisions.TrialFailedException;
import org.throughcare.decisions.workbench.TableText.Column;
import org.throughcare.decisions.workbench.TableText.Row;

/**
 * What the difference of two texts changes in outcomes: both are asked with every combination of the values that either
 * names, one beside each number, and unknown. One example stands for each change.
 */
@Component
class OutcomeChanges {

    private static final int MOST_QUESTIONS = 50_000;
    private static final int MOST_EXAMPLES = 40;
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w\"-])-?\\d+(\\.\\d+)?");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    private final TableTrials trials;

    OutcomeChanges(TableTrials trials) {
        this.trials = trials;
    }

    /** Inputs that are decided otherwise. */
    record Outcome(
            Map<String, Object> inputs,
            @JsonSerialize(contentUsing = WithNulls.class) List<Map<String, Object>> from,
            @JsonSerialize(contentUsing = WithNulls.class) List<Map<String, Object>> to) {}

    /**
     * What was found.
     *
     * @param complete every combination was asked
     */
    record Found(List<Outcome> outcomes, boolean complete) {}

    Found between(String decision, String before, String after) {
        TableText from = TableText.of(before);
        TableText to = TableText.of(after);
        Trial asked = trials.of(decision, before);
        Trial askedToo = trials.of(decision, after);
        Map<String, List<Object>> values = values(from, to);
        Combinations combinations = new Combinations(values, MOST_QUESTIONS);
        Map<List<Object>, Outcome> found = new LinkedHashMap<>();
        while (combinations.next() && found.size() < MOST_EXAMPLES) {
            compare(combinations.current(), asked, askedToo, found);
        }
        return new Found(List.copyOf(found.values()), combinations.wereAll());
    }

    private static void compare(
            Map<String, Object> inputs, Trial asked, Trial askedToo, Map<List<Object>, Outcome> found) {
        List<Map<String, Object>> was = rows(asked, inputs);
        List<Map<String, Object>> is = rows(askedToo, inputs);
        if (!was.equals(is)) {
            found.putIfAbsent(List.of(was, is), new Outcome(inputs, was, is));
        }
    }

    private static List<Map<String, Object>> rows(Trial trial, Map<String, Object> inputs) {
        try {
            return trial.ask(inputs).rows();
        } catch (TrialFailedException e) {
            return List.of(Map.of("problem", "cannot be decided"));
        }
    }

    private static Map<String, List<Object>> values(TableText from, TableText to) {
        Map<String, Set<Object>> values = new LinkedHashMap<>();
        Stream.of(from, to).forEach(table -> table.inputs()
                .forEach(input -> values.computeIfAbsent(input.name(), key -> new LinkedHashSet<>())
                        .addAll(values(table, input))));
        Map<String, List<Object>> lists = new LinkedHashMap<>();
        values.forEach((name, set) -> {
            List<Object> list = new ArrayList<>(set);
            list.add(null);
            lists.put(name, list);
        });
        return lists;
    }

    private static Collection<Object> values(TableText table, Column input) {
        Stream<String> cells = table.rules().stream().map(Row::cells).map(row -> row.getOrDefault(input.id(), ""));
        return switch (input.type()) {
            case "boolean" -> List.of(true, false);
            case "number" -> numbers(cells);
            case "string" -> words(input, cells);
            default ->
                words(input, cells).stream().map(word -> (Object) List.of(word)).toList();
        };
    }

    private static Collection<Object> numbers(Stream<String> cells) {
        Set<Object> numbers = new LinkedHashSet<>();
        cells.forEach(cell -> {
            Matcher matcher = NUMBER.matcher(cell);
            while (matcher.find()) {
                double number = Double.parseDouble(matcher.group());
                numbers.addAll(List.of(number - 1, number, number + 1));
            }
        });
        return numbers;
    }

    private static Collection<Object> words(Column input, Stream<String> cells) {
        Set<Object> words = new LinkedHashSet<>(input.values());
        if (words.isEmpty()) {
            cells.forEach(cell -> {
                Matcher matcher = WORD.matcher(cell);
                while (matcher.find()) {
                    words.add(matcher.group(1));
                }
            });
        }
        return words;
    }

    /** Every combination of values, spread evenly when there are too many of them. */
    private static final class Combinations {

        private final List<String> names;
        private final List<List<Object>> values;
        private final double all;
        private final long asked;
        private long next;

        Combinations(Map<String, List<Object>> values, long most) {
            this.names = List.copyOf(values.keySet());
            this.values = List.copyOf(values.values());
            this.all = this.values.stream().mapToDouble(List::size).reduce(1, (one, other) -> one * other);
            this.asked = (long) Math.min(all, most);
        }

        boolean wereAll() {
            return next >= all;
        }

        boolean next() {
            return next++ < asked;
        }

        Map<String, Object> current() {
            long place = (long) ((next - 1) * (all / asked));
            Map<String, Object> inputs = new LinkedHashMap<>();
            for (int input = 0; input < names.size(); input++) {
                List<Object> choice = values.get(input);
                inputs.put(names.get(input), choice.get((int) (place % choice.size())));
                place /= choice.size();
            }
            return inputs;
        }
    }
}
