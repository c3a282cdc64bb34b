package org.throughcare.decisions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.throughcare.decisions.DecisionTableFile.Rule;

/**
 * Which values of its input each single cell accepts, asked of the FEEL engine once a cell and value.
 *
 * <p>A rule fires when all its cells accept. So whether two rules can ever fire together is settled input by input,
 * for all combinations of facts at once, also where their product is far too large to visit (the 20 inputs of
 * {@code referrals} have about 10¹³). That the engine sees it the same way is checked by {@link EveryTableTest}.
 */
final class RuleTruth {

    private record Question(String input, String cell, Object value) {}

    private final FactGrid grid;
    private final List<Rule> rules;
    private final Map<Question, Boolean> known = new HashMap<>();

    RuleTruth(DecisionTableFile table) {
        this.grid = FactGrid.of(table);
        this.rules = table.rules();
    }

    FactGrid grid() {
        return grid;
    }

    List<Rule> rules() {
        return rules;
    }

    List<Rule> firing(Map<String, Object> facts) {
        return rules.stream()
                .filter(rule -> grid.names().stream().allMatch(input -> accepts(rule, input, facts.get(input))))
                .toList();
    }

    /** The one rule that fires; more or none is an error. */
    Rule only(Map<String, Object> facts) {
        var firing = firing(facts);
        if (firing.size() != 1) {
            throw new AssertionError(facts + " fires " + firing + ", not exactly one rule");
        }
        return firing.get(0);
    }

    boolean canFireTogether(Rule one, Rule other) {
        return grid.names().stream().allMatch(input -> grid.valuesOf(input).stream()
                .anyMatch(value -> accepts(one, input, value) && accepts(other, input, value)));
    }

    boolean canFire(Rule rule) {
        return canFireTogether(rule, rule);
    }

    private boolean accepts(Rule rule, String input, Object value) {
        var cell = rule.cells().get(input);
        return cell.isBlank() || known.computeIfAbsent(new Question(input, cell, value), RuleTruth::ask);
    }

    private static boolean ask(Question question) {
        var context = Variables.createVariables()
                .putValue(question.input(), question.value())
                .asVariableContext();
        return DecisionTableFile.feel().evaluateSimpleUnaryTests(question.cell(), question.input(), context);
    }
}
