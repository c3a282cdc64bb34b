package org.throughcare.decisions.feel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link TableFeel} answers as Camunda's own FEEL does, errors included, in all areas of the language that it allows. */
class SameAnswersTest {

    private static final FeelEngine ORIGINAL = new ScalaFeelEngine(List.of());
    private static final FeelEngine OURS = new TableFeel().createInstance();

    private static final Map<String, List<String>> EXPRESSIONS = new LinkedHashMap<>();

    static {
        EXPRESSIONS.put(
                "comparison",
                List.of(
                        "1 = 1",
                        "1 != 2",
                        "1 < 2",
                        "2 <= 2",
                        "3 > number",
                        "\"a\" < \"b\"",
                        "1 = \"1\"",
                        "1 < \"1\"",
                        "null = null",
                        "null < 1",
                        "[1] = [1]",
                        "{a: 1} = {a: 1}",
                        "1 between 0 and 2",
                        "date(\"2026-01-01\") < day",
                        "missing = null",
                        "text = \"full\"",
                        "number in (1..5)",
                        "number in [1, 5, 7]",
                        "1 = 1.0"));
        EXPRESSIONS.put(
                "ranges",
                List.of(
                        "5 in [1..5]",
                        "5 in [1..5)",
                        "5 in ]5..6]",
                        "before(1, [2..3])",
                        "overlaps([1..3], [2..4])",
                        "includes([1..9], 4)",
                        "during(4, [1..9])",
                        "\"b\" in [\"a\"..\"c\"]",
                        "number in [day..day]",
                        "[1..3].start",
                        "meets([1..3], [3..4])"));
        EXPRESSIONS.put(
                "lists",
                List.of(
                        "[1, 2, 3]",
                        "count(list)",
                        "list contains(list, \"trauma\")",
                        "list contains(missing, \"trauma\")",
                        "min(3, 1, 2)",
                        "max([])",
                        "sum([1, 2.5])",
                        "mean([1, 2])",
                        "concatenate([1], [2])",
                        "union([1], [1, 2])",
                        "distinct values([1, 1])",
                        "index of([1, 2, 1], 1)",
                        "reverse([1, 2])",
                        "sublist([1, 2, 3], 2)",
                        "all([true, false])",
                        "any([true, null])",
                        "string join([\"a\", \"b\"], \"-\")",
                        "count(5)",
                        "list = [\"trauma\"]"));
        EXPRESSIONS.put(
                "contexts",
                List.of(
                        "{a: 1, b: a + 1}",
                        "{a: 1}.a",
                        "{a: 1}.b",
                        "{a: {b: 2}}.a.b",
                        "context.inner",
                        "context.none",
                        "get value(context, \"inner\")",
                        "get entries({a: 1})",
                        "text.length",
                        "missing.inner"));
        EXPRESSIONS.put(
                "strings",
                List.of(
                        "\"a\" + \"b\"",
                        "string length(text)",
                        "upper case(text)",
                        "lower case(\"ÄB\")",
                        "substring(text, 2)",
                        "substring(text, -2, 1)",
                        "contains(text, \"ul\")",
                        "starts with(text, \"f\")",
                        "ends with(missing, \"f\")",
                        "substring before(\"a-b\", \"-\")",
                        "substring after(\"a-b\", \"-\")",
                        "\"a\\\"b\"",
                        "\"a\" - \"b\"",
                        "string(5)",
                        "string length(5)",
                        "trim(\" a \")"));
        EXPRESSIONS.put(
                "numbers",
                List.of(
                        "1 + 2 * 3",
                        "7 / 2",
                        "1 / 0",
                        "-number",
                        "0.1 + 0.2",
                        "10 / 3",
                        "abs(-5)",
                        "floor(-1.5)",
                        "ceiling(1.1)",
                        "modulo(-7, 3)",
                        "sqrt(16)",
                        "odd(5)",
                        "even(number)",
                        "1 + null",
                        "1 + \"a\"",
                        "number + half"));
        EXPRESSIONS.put(
                "dates and durations",
                List.of(
                        "date(\"2026-02-28\") + duration(\"P1D\")",
                        "date(\"2026-02-30\")",
                        "date(2026, 2, 28)",
                        "date and time(\"2026-03-29T01:30:00@Europe/London\")",
                        "time(\"10:00:00\") + duration(\"PT1H\")",
                        "duration(\"P1Y2M\") + duration(\"P1M\")",
                        "duration(\"P1D\") = duration(\"PT24H\")",
                        "duration(\"P1M\") < duration(\"P31D\")",
                        "day.year",
                        "day + duration(\"P1M\")",
                        "years and months duration(date(\"2020-01-31\"), date(\"2021-03-01\"))",
                        "@\"2026-01-01\" - @\"2025-12-01\"",
                        "day of week(day)",
                        "last day of month(day)",
                        "duration(\"nonsense\")",
                        "date(\"2026-01-01\") < date and time(\"2026-01-01T00:00:00\")"));
        EXPRESSIONS.put(
                "three-valued logic",
                List.of(
                        "true and null",
                        "false and null",
                        "true or null",
                        "false or null",
                        "null and null",
                        "not(null)",
                        "not(true)",
                        "not(5)",
                        "5 and true",
                        "missing or yes",
                        "if null then 1 else 2",
                        "if yes then 1 else 2",
                        "if 5 then 1 else 2"));
        EXPRESSIONS.put(
                "null and errors",
                List.of(
                        "null",
                        "missing",
                        "missing + 1",
                        "is defined(missing)",
                        "is defined(number)",
                        "get or else(null, 5)",
                        "5 instance of number",
                        "null instance of Any",
                        "abs(\"x\")",
                        "abs()",
                        "1 +",
                        "(1",
                        "",
                        "\"open"));
    }

    private static final List<String> UNARY_TESTS = List.of(
            "-",
            "\"full\"",
            "\"full\", \"short\"",
            "\"full\", null",
            "null",
            "not(\"full\")",
            "not(\"full\", \"short\")",
            "not(null)",
            "not(not(\"full\"))",
            "5",
            "-5",
            "< 5",
            "<= 5, null",
            "> 5, < 2",
            "[0..42]",
            "(2..42], < -28, null",
            "]2..42[",
            "not([0..5])",
            "not(> 5)",
            "true",
            "false, null",
            "not(true)",
            "not(false)",
            "? = 5",
            "? > 3 and ? < 6",
            "? + 1 = 6",
            "? = null or not(list contains(?, \"trauma\"))",
            "list contains(?, \"trauma\")",
            "list contains(?, \"trauma\") and not(list contains(?, \"mentalHealth\"))",
            "contains(?, \"u\")",
            "starts with(?, \"f\"), null",
            "number",
            "< number",
            "missing",
            "text",
            "[\"full\", \"short\"]",
            "[1, 5]",
            "count(?) > 1",
            "date(\"2026-01-01\")",
            "> date(\"2025-01-01\")",
            "[date(\"2025-01-01\")..date(\"2027-01-01\")]",
            "< duration(\"P3D\")",
            "duration(\"PT24H\")",
            "? in [1..9]",
            "? + 1",
            "if ? = null then true else false",
            "abs(?) = 5",
            "day",
            "< ",
            "\"open",
            "5,");

    private static final List<Object> VALUES = Arrays.asList(
            null,
            "full",
            "short",
            "",
            5,
            5L,
            5.0,
            0,
            -5,
            41.5,
            42,
            42.5,
            true,
            false,
            List.of(),
            List.of("trauma"),
            List.of("trauma", "mentalHealth"),
            List.of(5),
            Map.of("a", 1),
            LocalDate.of(2026, 1, 1),
            java.time.Duration.ofDays(1),
            java.time.Period.ofMonths(1));

    static Stream<String> expressions() {
        return EXPRESSIONS.values().stream().flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void anExpressionHasTheSameValue(String text) {
        for (Map<String, Object> known : List.of(knownFacts(), Map.<String, Object>of())) {
            assertThat(answer(() -> evaluate(OURS, text, known)))
                    .as("%s with %s", text, known)
                    .isEqualTo(answer(() -> evaluate(ORIGINAL, text, known)));
        }
    }

    static Stream<String> unaryTests() {
        return UNARY_TESTS.stream();
    }

    @ParameterizedTest
    @MethodSource("unaryTests")
    void aCellAcceptsTheSameValues(String cell) {
        for (Object value : VALUES) {
            assertThat(answer(() -> accepts(OURS, cell, value)))
                    .as("%s of %s", cell, value)
                    .isEqualTo(answer(() -> accepts(ORIGINAL, cell, value)));
        }
    }

    private static Object evaluate(FeelEngine feel, String text, Map<String, Object> known) {
        return feel.evaluateSimpleExpression(text, Variables.fromMap(known).asVariableContext());
    }

    private static Object accepts(FeelEngine feel, String cell, Object value) {
        Map<String, Object> known = new LinkedHashMap<>(knownFacts());
        known.put("input", value);
        return feel.evaluateSimpleUnaryTests(
                cell, "input", Variables.fromMap(known).asVariableContext());
    }

    /** A value with its class, or the error as the caller hears it. */
    private static List<String> answer(Supplier<Object> evaluation) {
        List<String> answer = new ArrayList<>();
        try {
            Object value = evaluation.get();
            answer.add(value == null ? "nothing" : value.getClass().getName());
            answer.add(String.valueOf(value));
        } catch (FeelException e) {
            answer.add("error");
            answer.add(e.getMessage());
        } catch (ClassCastException e) {
            answer.add("no answer of the kind that was asked for");
        }
        return answer;
    }

    private static Map<String, Object> knownFacts() {
        return Map.of(
                "number",
                5,
                "half",
                2.5,
                "text",
                "full",
                "yes",
                true,
                "list",
                List.of("trauma"),
                "context",
                Map.of("inner", 1),
                "day",
                LocalDate.of(2026, 1, 1));
    }
}
