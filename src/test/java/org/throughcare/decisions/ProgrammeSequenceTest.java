package org.throughcare.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughcare.decisions.DecisionTableFile.Rule;

/** The order of programmes, for the women of study 001 and for every combination of what may be known. */
class ProgrammeSequenceTest {

    private final DecisionTableFile table = DecisionTableFile.named("programmeSequence");
    private final RuleTruth truth = new RuleTruth(table);

    @Test
    void tinaHasIndividualTreatmentBeforeTheGroupProgramme() {
        var steps = sequence("drugsAlcohol", List.of("trauma"), null);

        assertThat(steps.get(0))
                .containsEntry("activity", "individualPsychologicalTreatment")
                .containsEntry("kind", "preWork");
        assertThat(only(steps, "addictionsGroupProgramme")).containsEntry("gate", "individualPsychologicalTreatment");
    }

    @Test
    void janeWorksOnGriefAndDepressionBeforeTheAddictionsProgrammeWhichFollows() {
        var steps = sequence("mentalHealth", List.of(), null);

        assertThat(steps.get(0)).containsEntry("activity", "griefAndDepressionWork");
        assertThat(only(steps, "addictionsGroupProgramme")).containsEntry("gate", "griefAndDepressionWork");
    }

    @Test
    void ashleyPlansContactWithHerChildren() {
        assertThat(sequence("family", List.of("familyStress"), null))
                .extracting(step -> step.get("activity"))
                .contains("familyContactWork", "familyStressSupport");
    }

    @Test
    void janetBuildsOnHerStrengthsBeforeAnyGroupProgramme() {
        var kinds = sequence("thinking", List.of("lowSelfBelief"), null).stream()
                .map(step -> step.get("kind"))
                .toList();

        assertThat(kinds.get(0)).isEqualTo("strengths");
        assertThat(kinds.lastIndexOf("strengths")).isLessThan(kinds.indexOf("programme"));
    }

    @Test
    void everyWomanHasTheSelfDevelopmentGroup() {
        truth.grid().forEach(facts -> assertThat(activities(truth.firing(facts)))
                .as("%s", facts)
                .contains("selfDevelopmentGroup"));
    }

    @Test
    void counsellingIsNeverStoppedAndOpensNothing() {
        truth.grid().forEach(facts -> assertThat(activities(truth.firing(facts)).contains("continueCounselling"))
                .as("%s", facts)
                .isEqualTo(Boolean.TRUE.equals(facts.get("currentCounselling"))));
        assertThat(truth.rules()).noneMatch(rule -> gate(rule).equals("continueCounselling"));
    }

    @Test
    void theStepsAscendWhateverIsKnown() {
        var ordered = truth.rules();
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = i + 1; j < ordered.size(); j++) {
                if (truth.canFireTogether(ordered.get(i), ordered.get(j))) {
                    assertThat(step(ordered.get(i)))
                            .as(ordered.get(i).id() + " before "
                                    + ordered.get(j).id())
                            .isLessThan(step(ordered.get(j)));
                }
            }
        }
    }

    @Test
    void aGateIsAlwaysAnEarlierStepOfTheSameSequence() {
        truth.grid().forEach(facts -> {
            var before = new ArrayList<String>();
            for (Rule rule : truth.firing(facts)) {
                if (!gate(rule).isEmpty()) {
                    assertThat(before).as("%s %s", facts, rule.id()).contains(gate(rule));
                }
                before.add(activity(rule));
            }
        });
    }

    @Test
    void whereTraumaOrMentalHealthStandsInTheWayNoGroupIsOpenAtOnce() {
        truth.grid().forEach(facts -> {
            var factors = facts.get("responsivityFactors");
            if (factors instanceof List<?> list && (list.contains("trauma") || list.contains("mentalHealth"))) {
                assertThat(truth.firing(facts))
                        .as("%s", facts)
                        .noneMatch(rule -> answer(rule, "kind").equals("programme")
                                && gate(rule).isEmpty());
            }
        });
    }

    @Test
    void eachActivityIsDeliveredAsTheKindItIsPlannedAs() {
        var delivery = DecisionTableFile.named("programmeDelivery");
        assertThat(truth.rules()).allSatisfy(rule -> assertThat(
                        delivery.evaluate(Map.of("activity", activity(rule))).outputs())
                .as(rule.id())
                .extracting(outputs -> outputs.get("kind"))
                .containsExactly(answer(rule, "kind")));
    }

    private List<Map<String, Object>> sequence(String lynchPinNeed, List<String> factors, Boolean counselling) {
        var facts = new HashMap<String, Object>();
        facts.put("lynchPinNeed", lynchPinNeed);
        facts.put("responsivityFactors", factors);
        facts.put("currentCounselling", counselling);
        return table.evaluate(facts).outputs();
    }

    private static List<String> activities(List<Rule> rules) {
        return rules.stream().map(ProgrammeSequenceTest::activity).toList();
    }

    private static Map<String, Object> only(List<Map<String, Object>> steps, String activity) {
        var found = steps.stream()
                .filter(step -> step.get("activity").equals(activity))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static int step(Rule rule) {
        return Integer.parseInt(rule.answers().get("step"));
    }

    private static String activity(Rule rule) {
        return answer(rule, "activity");
    }

    private static String gate(Rule rule) {
        return answer(rule, "gate");
    }

    private static String answer(Rule rule, String output) {
        return rule.answers().get(output).replace("\"", "");
    }
}
