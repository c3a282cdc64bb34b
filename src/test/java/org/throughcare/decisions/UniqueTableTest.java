package org.throughcare.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughcare.decisions.DecisionTableFile.Rule;

/**
 * A UNIQUE table has exactly one answer for whatever is known or not known: proved over the product of all enumerated
 * values, each number in the table with its neighbours, and null (see {@link FactGrid}).
 *
 * <p>{@code serviceLevels} is left out: it names one task a row and has no answer for no task; {@link ServiceLevelsTest}
 * holds it against the processes.
 */
class UniqueTableTest {

    static Stream<DecisionTableFile> uniqueTables() {
        return DecisionTableFile.all().stream()
                .filter(table -> table.hitPolicy() == HitPolicy.UNIQUE)
                .filter(table -> !table.id().equals("serviceLevels"));
    }

    @ParameterizedTest
    @MethodSource("uniqueTables")
    void exactlyOneRuleFires(DecisionTableFile table) {
        var truth = new RuleTruth(table);
        var unclear = new ArrayList<String>();
        truth.grid().forEach(facts -> {
            var rules = truth.firing(facts);
            if (rules.size() != 1) {
                unclear.add(facts + " fires " + rules.stream().map(Rule::id).toList());
            }
        });
        assertThat(unclear).isEmpty();
    }
}
