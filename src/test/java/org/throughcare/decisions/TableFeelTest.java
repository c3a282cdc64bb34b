package org.throughcare.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughcare.decisions.DecisionTableFile.Column;
import org.throughcare.decisions.DecisionTableFile.Rule;
import org.throughcare.decisions.feel.TableFeel;

/**
 * The product's FEEL answers as Camunda's own does for each of our tables: each cell for each value that makes a
 * difference to it, and each answer. A table's answer follows from its cells' alone.
 */
class TableFeelTest {

    private static final FeelEngine OURS = new TableFeel().createInstance();
    private static final FeelEngine ORIGINAL = DecisionTableFile.feel();

    static Stream<DecisionTableFile> tables() {
        return DecisionTableFile.all().stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void eachCellAcceptsTheSameValues(DecisionTableFile table) {
        FactGrid grid = FactGrid.of(table);
        for (Column input : table.inputs()) {
            List<String> cells = table.rules().stream()
                    .map(rule -> rule.cells().get(input.name()))
                    .filter(cell -> !cell.isBlank())
                    .distinct()
                    .toList();
            for (Object value : grid.valuesOf(input.name())) {
                assertThat(cells).allSatisfy(cell -> assertThat(accepts(OURS, input, cell, value))
                        .as("%s of %s", cell, value)
                        .isEqualTo(accepts(ORIGINAL, input, cell, value)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void eachRuleAnswersTheSame(DecisionTableFile table) {
        for (Rule rule : table.rules()) {
            assertThat(rule.answers().values())
                    .allSatisfy(text -> assertThat(value(OURS, text)).isEqualTo(value(ORIGINAL, text)));
        }
    }

    private static boolean accepts(FeelEngine feel, Column input, String cell, Object value) {
        return feel.evaluateSimpleUnaryTests(
                cell,
                input.name(),
                Variables.createVariables().putValue(input.name(), value).asVariableContext());
    }

    private static Object value(FeelEngine feel, String text) {
        return text.isBlank()
                ? "nothing"
                : feel.evaluateSimpleExpression(
                        text, Variables.fromMap(Map.of()).asVariableContext());
    }
}
