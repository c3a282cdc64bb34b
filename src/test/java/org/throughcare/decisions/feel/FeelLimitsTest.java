package org.throughcare.decisions.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No cell of a table holds a thread or reaches outside its table, whoever wrote it. */
class FeelLimitsTest {

    private final FeelEngine feel = new TableFeel().createInstance();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "for i in 1..1000000000 return i | a loop (for)",
                "some x in 1..1000000000 satisfies x < 0 | a loop (some)",
                "every x in 1..1000000000 satisfies x > 0 | a loop (every)",
                "[1, 2, 3][item > 1] | a filter over a list",
                "function(x) x + 1 | a function definition",
                "function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(double)\"}} | external",
                "{f: function(x) f(x), a: f(1)}.a | a function definition",
                "a.b(1) | no part of FEEL",
                "now() | the function now",
                "today() | the function today",
                "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+b\") | the function matches",
                "replace(\"a\", \"(a+)+b\", \"c\") | the function replace",
                "floor(10 ** 999999999) | a power",
                "floor(number(\"1E999999999\")) | the function number",
                "decimal(1, 999999999) | the function decimal",
                "range(\"[1..2]\") | the function range",
                "nonsense(5) | the function nonsense"
            })
    @Timeout(2)
    void whatATableDoesNotNeedIsRefusedWithItsReason(String text, String reason) {
        assertThatThrownBy(() -> evaluate(text)).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not([abs(", "(", "{a: ", "[", "if (if true then "})
    @Timeout(2)
    void bracketsWithinBracketsAreNotRead(String opening) {
        assertThatThrownBy(() -> evaluate(opening.repeat(20) + "1")).hasMessageContaining("refused");
    }

    @Test
    void aLongChainIsNotFollowed() {
        assertThatThrownBy(() -> evaluate("1" + " + 1".repeat(3_000)))
                .hasMessageContaining("more than 100 parts within one another");
    }

    @Test
    void aTextOfAnySizeIsNotRead() {
        assertThatThrownBy(() -> evaluate("\"" + "a".repeat(20_000) + "\"")).hasMessageContaining("longer than");
    }

    @Test
    void wordsInQuotesAreNoLoops() {
        assertThatCode(() -> evaluate("\"((((((((((for some if if if if if if if if if if function\""))
                .doesNotThrowAnyException();
    }

    @Test
    @Timeout(20)
    void whateverIsReadAllTheSameIsStoppedAfterTwoSeconds() {
        long began = System.nanoTime();
        EvaluationResult result = unlimited(loopsWithinLoops());
        assertThat(result.failure().message()).contains("stopped after 2 seconds");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"for i in 1..1000000000 return i", "every x in 1..1000000000 satisfies x > 0"})
    @Timeout(2)
    void numbersToLoopOverAreNeverListed(String text) {
        assertThat(unlimited(text).failure().message()).contains("not listed");
    }

    private static String loopsWithinLoops() {
        return IntStream.range(0, 8)
                .mapToObj(i -> "some x" + i + " in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16] satisfies ")
                .collect(Collectors.joining("", "", "x0 < 0"));
    }

    /** Evaluates what the reader would have refused. */
    private static EvaluationResult unlimited(String text) {
        ParsedExpression read = new org.camunda.feel.FeelEngine(
                        FunctionProvider.EmptyFunctionProvider$.MODULE$,
                        ValueMapper.defaultValueMapper(),
                        org.camunda.feel.FeelEngine.defaultConfiguration(),
                        org.camunda.feel.FeelEngine.defaultClock())
                .parseExpression(text)
                .toOption()
                .get();
        return new FeelReader(FunctionProvider.EmptyFunctionProvider$.MODULE$, ValueMapper.defaultValueMapper())
                .evaluate(read, Context.EmptyContext$.MODULE$);
    }

    private Object evaluate(String text) {
        return feel.evaluateSimpleExpression(text, Variables.createVariables().asVariableContext());
    }
}
