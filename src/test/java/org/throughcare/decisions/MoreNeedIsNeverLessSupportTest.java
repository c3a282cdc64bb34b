package org.throughcare.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** More risk, more need or a nearer release never leads to less support. */
class MoreNeedIsNeverLessSupportTest {

    private static final List<String> RISING = List.of("low", "medium", "high");

    @Test
    void moreRiskOrLessStabilityNeverMeansFewerContacts() {
        var table = new RuleTruth(DecisionTableFile.named("contactSchedule"));
        table.grid().forEach(facts -> {
            assertThat(every(table, with(facts, "riskLevel", "high"))).isLessThanOrEqualTo(every(table, facts));
            assertThat(every(table, with(facts, "stable", false))).isLessThanOrEqualTo(every(table, facts));
            assertThat(every(table, with(facts, "missedContacts", 3.0))).isLessThanOrEqualTo(every(table, facts));
            assertThat(every(table, with(facts, "weeksSinceRelease", 3.0))).isLessThanOrEqualTo(every(table, facts));
        });
    }

    @Test
    void thereAreAtLeastTwoContactsAWeekInTheFirstMonth() {
        var table = new RuleTruth(DecisionTableFile.named("contactSchedule"));
        table.grid().forEach(facts -> assertThat(
                        every(table, with(facts, "weeksSinceRelease", 4.0)).multipliedBy(2))
                .isLessThanOrEqualTo(Duration.ofDays(7)));
    }

    @Test
    void moreNeedNeverShortensTheLeadTime() {
        var table = new RuleTruth(DecisionTableFile.named("caseManagementStart"));
        table.grid().forEach(facts -> {
            var lead = leadMonths(table, facts);
            assertThat(leadMonths(table, with(facts, "farFromHome", true))).isGreaterThanOrEqualTo(lead);
            assertThat(leadMonths(table, with(facts, "childrenInCare", true))).isGreaterThanOrEqualTo(lead);
            assertThat(leadMonths(table, with(facts, "complexityOfNeed", "high")))
                    .isGreaterThanOrEqualTo(lead);
        });
    }

    @Test
    void moreNeedNeverLosesHerTheIntakePanel() {
        var table = new RuleTruth(DecisionTableFile.named("intakePanelSelection"));
        table.grid().forEach(facts -> {
            if (panel(table, facts)) {
                assertThat(panel(table, with(facts, "hasUrgentFlag", true))).isTrue();
                assertThat(panel(table, with(facts, "firstTimeInPrison", true))).isTrue();
                assertThat(panel(table, with(facts, "complexityOfNeed", "high")))
                        .isTrue();
            }
        });
    }

    /** Except talking therapies, which give way to the mental health team when the need is more than low. */
    @Test
    void aNeedThatGrowsKeepsEachReferral() {
        var table = new RuleTruth(DecisionTableFile.named("referrals"));
        for (String phase : List.of("custody", "preRelease", "release", "followUp")) {
            table.grid().names().stream()
                    .filter(input -> input.startsWith("need") && !input.equals("needMentalHealth"))
                    .forEach(need -> assertRising(table, phase, need));
        }
    }

    private static void assertRising(RuleTruth table, String phase, String need) {
        for (int i = 0; i + 1 < RISING.size(); i++) {
            assertThat(services(table, phase, need, RISING.get(i + 1)))
                    .as("%s in %s", need, phase)
                    .containsAll(services(table, phase, need, RISING.get(i)));
        }
    }

    private static List<String> services(RuleTruth table, String phase, String need, String level) {
        return table.firing(Map.of("phase", phase, need, level)).stream()
                .map(rule -> rule.answers().get("service"))
                .toList();
    }

    private static Duration every(RuleTruth table, Map<String, Object> facts) {
        return Duration.parse(table.only(facts).answers().get("every").replace("\"", ""));
    }

    private static int leadMonths(RuleTruth table, Map<String, Object> facts) {
        return Integer.parseInt(table.only(facts).answers().get("leadMonths"));
    }

    private static boolean panel(RuleTruth table, Map<String, Object> facts) {
        return Boolean.parseBoolean(table.only(facts).answers().get("panel"));
    }

    private static Map<String, Object> with(Map<String, Object> facts, String name, Object value) {
        var changed = new HashMap<>(facts);
        changed.put(name, value);
        return changed;
    }
}
