package org.throughcare.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughcare.decisions.DecisionTableFile.Answer;
import org.throughcare.decisions.DecisionTableFile.Column;

/**
 * Cases that an analyst can read and extend: {@code src/main/resources/decisions/golden/<decision>.csv}.
 *
 * <p>One line a case. The column {@code case} tells the story; a column with an input's name holds what is known: empty
 * for not asked, words separated by blanks for a list, {@code []} for an empty one. The last column starts with {@code
 * expected:} and names the outputs it compares; its cell lists what must come out, nothing less and nothing more, one
 * answer after the other separated by {@code ;}, a dash for an empty output.
 */
class GoldenCaseTest {

    private static final Path FOLDER = Path.of("src/main/resources/decisions/golden");
    private static final String EXPECTED = "expected:";

    static Stream<DecisionTableFile> tables() {
        return DecisionTableFile.all().stream().filter(table -> Files.exists(file(table)));
    }

    /** The rows of serviceLevels are themselves one case a task; they are checked against the processes. */
    @Test
    void everyTableHasCases() {
        assertThat(DecisionTableFile.all())
                .filteredOn(table -> !table.id().equals("serviceLevels"))
                .allSatisfy(table -> assertThat(file(table)).exists());
    }

    @TestFactory
    Stream<DynamicTest> eachCaseComesOutAsExpected() {
        return tables().flatMap(table -> cases(table).stream()
                .map(golden -> DynamicTest.dynamicTest(
                        table.id() + ": " + golden.get("case"), () -> assertOutcome(table, golden))));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void eachRuleIsHitByACase(DecisionTableFile table) {
        var hit = cases(table).stream()
                .flatMap(golden -> table.evaluate(facts(table, golden)).firedRules().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(hit)
                .containsAll(
                        table.rules().stream().map(DecisionTableFile.Rule::id).toList());
    }

    private static void assertOutcome(DecisionTableFile table, CSVRecord golden) {
        var column = golden.getParser().getHeaderNames().stream()
                .filter(name -> name.startsWith(EXPECTED))
                .findFirst()
                .orElseThrow();
        var outputs = column.substring(EXPECTED.length()).strip().split(" ");
        var expected = Arrays.stream(golden.get(column).split(";"))
                .map(String::strip)
                .filter(answer -> !answer.isEmpty())
                .toList();
        assertThat(answers(table.evaluate(facts(table, golden)), outputs)).containsExactlyElementsOf(expected);
    }

    private static List<String> answers(Answer answer, String[] outputs) {
        return answer.outputs().stream()
                .map(values -> Arrays.stream(outputs)
                        .map(name -> Objects.toString(values.get(name), ""))
                        .map(value -> value.isEmpty() ? "-" : value)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static Map<String, Object> facts(DecisionTableFile table, CSVRecord golden) {
        var facts = new LinkedHashMap<String, Object>();
        for (Column input : table.inputs()) {
            facts.put(input.name(), golden.isMapped(input.name()) ? value(input, golden.get(input.name())) : null);
        }
        return facts;
    }

    private static Object value(Column input, String text) {
        if (text.isBlank()) {
            return null;
        }
        return switch (input.type()) {
            case "boolean" -> Boolean.valueOf(text);
            case "double", "integer" -> Double.valueOf(text);
            case "string" -> text;
            default -> text.equals("[]") ? List.of() : List.of(text.split(" "));
        };
    }

    private static List<CSVRecord> cases(DecisionTableFile table) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get();
        try (var parser = format.parse(Files.newBufferedReader(file(table)))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(DecisionTableFile table) {
        return FOLDER.resolve(table.id() + ".csv");
    }
}
