package org.throughcare.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of urgent flags beyond single cases. */
class UrgentFlagsTest {

    private static final Map<String, Duration> LONGEST_RESPONSE =
            Map.of("immediate", Duration.ofHours(4), "urgent", Duration.ofHours(24), "priority", Duration.ofDays(7));

    private final DecisionTableFile table = DecisionTableFile.named("urgentFlags");
    private final RuleTruth truth = new RuleTruth(table);

    @Test
    void theResponseIsAsQuickAsTheSeverityPromises() {
        assertThat(truth.rules()).allSatisfy(rule -> assertThat(within(rule.answers()))
                .as(rule.id())
                .isLessThanOrEqualTo(LONGEST_RESPONSE.get(unquoted(rule.answers(), "severity"))));
    }

    @Test
    void aReleaseDateAloneRaisesNoFlag() {
        for (Object days : truth.grid().valuesOf("daysToRelease")) {
            var facts = new HashMap<String, Object>();
            facts.put("daysToRelease", days);
            assertThat(table.evaluate(facts).outputs()).as("%s days", days).isEmpty();
        }
    }

    @Test
    void aReleaseComingNearerNeverSlowsTheResponse() {
        var days = truth.grid().valuesOf("daysToRelease").stream()
                .filter(Double.class::isInstance)
                .map(Double.class::cast)
                .filter(day -> day >= -28)
                .sorted()
                .toList();
        for (int i = 0; i + 1 < days.size(); i++) {
            var sooner = responses(days.get(i));
            var later = responses(days.get(i + 1));
            assertThat(sooner).containsOnlyKeys("familyThreat", "forcedMarriage", "overdose", "noSafeAddress");
            sooner.forEach((flag, within) -> assertThat(within).as(flag).isLessThanOrEqualTo(later.get(flag)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-400, -1, 0, 2, 42, 56, 57, 4000})
    void anAddressNotAskedForIsNotAMissingOne(double daysToRelease) {
        var facts = new HashMap<String, Object>();
        facts.put("safeAddress", null);
        facts.put("daysToRelease", daysToRelease);

        assertThat(table.evaluate(facts).outputs()).isEmpty();
    }

    private Map<String, Duration> responses(double daysToRelease) {
        var flags = table.evaluate(Map.of(
                        "familyThreat", "known",
                        "forcedMarriageRisk", true,
                        "overdoseRisk", true,
                        "safeAddress", false,
                        "daysToRelease", daysToRelease))
                .outputs();
        var responses = new HashMap<String, Duration>();
        flags.forEach(
                flag -> responses.put((String) flag.get("flag"), Duration.parse((String) flag.get("respondWithin"))));
        return responses;
    }

    private static Duration within(Map<String, String> answers) {
        return Duration.parse(unquoted(answers, "respondWithin"));
    }

    private static String unquoted(Map<String, String> answers, String output) {
        return answers.get(output).replace("\"", "");
    }
}
