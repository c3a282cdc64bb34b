package org.throughcare.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughcare.decisions.DecisionTableFile.Rule;

/**
 * Tables that answer with a list never name the same thing twice.
 *
 * <p>Proved for all combinations of facts without visiting them: two rules with the same answer must differ in an
 * input that no value satisfies in both (see {@link RuleTruth}).
 */
class CollectTableTest {

    @ParameterizedTest
    @CsvSource({
        "urgentFlags, flag",
        "panelMembers, role",
        "programmeSequence, activity",
        "referrals, service",
        "trustedProviders, providerId"
    })
    void nothingIsAnsweredTwice(String decision, String output) {
        var truth = new RuleTruth(DecisionTableFile.named(decision));
        var doubles = new ArrayList<String>();
        var rules = truth.rules();
        for (int i = 0; i < rules.size(); i++) {
            for (int j = i + 1; j < rules.size(); j++) {
                if (sameAnswer(rules.get(i), rules.get(j), output)
                        && truth.canFireTogether(rules.get(i), rules.get(j))) {
                    doubles.add(rules.get(i).id() + " and " + rules.get(j).id());
                }
            }
        }
        assertThat(doubles).isEmpty();
    }

    @Test
    void nothingKnownRaisesNoFlagAndRefersToNobody() {
        assertThat(DecisionTableFile.named("urgentFlags").evaluate(Map.of()).outputs())
                .isEmpty();
        assertThat(DecisionTableFile.named("referrals").evaluate(Map.of()).outputs())
                .isEmpty();
        for (String phase : List.of("custody", "preRelease", "release", "followUp")) {
            assertThat(DecisionTableFile.named("referrals")
                            .evaluate(Map.of("phase", phase))
                            .outputs())
                    .as(phase)
                    .isEmpty();
        }
    }

    private static boolean sameAnswer(Rule one, Rule other, String output) {
        return one.answers().get(output).equals(other.answers().get(output));
    }
}
