package org.throughcare.journey.programmes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughcare.forms.RefusedAnswerException;

/** What comes before what (study 001: Tina, Jane, Janet): with the real table programmeSequence. */
class ProgrammeOrderTest extends ProgrammeProcessTest {

    private void tina() {
        begins(aWoman().named("Tina")
                .knownTo("lynchPinNeed", "drugsAlcohol")
                .knownTo("responsivityFactors", List.of("trauma")));
    }

    @Test
    void tinasGroupOpensOnlyWhenIndividualTreatmentIsCompleted() {
        tina();
        assertThat(openFor(OFFER)).containsExactly(TREATMENT);

        begins(TREATMENT);
        goesOn(TREATMENT);
        advance(Duration.ofDays(40));
        assertThat(openFor(OFFER)).isEmpty();
        assertThat(statusOf(ADDICTIONS)).isEqualTo("planned");

        completes(TREATMENT);
        assertThat(openFor(OFFER)).containsExactly(ADDICTIONS, SELF_DEVELOPMENT);
        assertThat(statusOf(TREATMENT)).isEqualTo("completed");
        assertThat(statusOf(ADDICTIONS)).isEqualTo("waiting");
    }

    @Test
    void janesGriefWorkComesBeforeTheAddictionsProgramme() {
        begins(aWoman().named("Jane").knownTo("lynchPinNeed", "mentalHealth"));
        assertThat(openFor(OFFER)).containsExactly("griefAndDepressionWork");

        begins("griefAndDepressionWork");
        completes("griefAndDepressionWork");

        assertThat(openFor(OFFER)).containsExactly(ADDICTIONS, SELF_DEVELOPMENT);
        assertThat(groupsOf(taskFor(OFFER, ADDICTIONS))).containsExactly("programmeFacilitator.north");
    }

    @Test
    void individualWorkIsOfferedByWhoDeliversIt() {
        tina();

        assertThat(groupsOf(taskFor(OFFER, TREATMENT))).containsExactly("mentalHealth.north");
    }

    @Test
    void strengthsWorkBeginsAtOnceBesideIndividualWork() {
        begins(aWoman().named("Janet")
                .knownTo("lynchPinNeed", "drugsAlcohol")
                .knownTo("responsivityFactors", List.of("trauma", "lowSelfBelief")));

        assertThat(openFor(OFFER)).containsExactly(TREATMENT, "strengthBuilding");
    }

    @Test
    void counsellingGoesOnWithoutAnOfferAndBesideEveryProgramme() {
        begins(aWoman().knownTo("lynchPinNeed", "drugsAlcohol").knownTo("currentCounselling", "yes"));

        assertThat(statusOf(COUNSELLING)).isEqualTo("running");
        assertThat(openFor(PROGRESS)).containsExactly(COUNSELLING);
        begins(ADDICTIONS);
        completes(ADDICTIONS);
        assertThat(statusOf(COUNSELLING)).isEqualTo("running");
        assertThat(openFor(PROGRESS)).containsExactly(COUNSELLING);
    }

    @Test
    void leavingAGroupEarlyLeadsToIndividualWorkAndBackToTheGroup() {
        begins(aWoman().knownTo("lynchPinNeed", "drugsAlcohol"));
        begins(ADDICTIONS);
        leaves(ADDICTIONS);
        assertThat(openFor(TALK)).containsExactly(ADDICTIONS);
        assertThat(journalOf(her, "programmeLeft")).hasSize(1);

        answer(TALK, ADDICTIONS, Map.of("whatNext", "preWorkFirst", "preWorkActivity", TREATMENT));
        assertThat(openFor(OFFER)).containsExactly(TREATMENT, SELF_DEVELOPMENT);
        assertThat(statusOf(ADDICTIONS)).isEqualTo("waiting");

        begins(TREATMENT);
        completes(TREATMENT);
        begins(ADDICTIONS);
        completes(ADDICTIONS);
        assertThat(statusOf(ADDICTIONS)).isEqualTo("completed");
        assertThat(historyOf(ADDICTIONS)).doesNotContain("leftEarly", "failed");
    }

    @Test
    void closingTheIndividualWorkKeepsTheGroupsShutAndAsksWhatNext() {
        tina();
        closes(TREATMENT);

        assertThat(openFor(OFFER)).isEmpty();
        assertThat(openFor(TALK)).containsExactly(ADDICTIONS, SELF_DEVELOPMENT);
        assertThatThrownBy(() -> talksOver(ADDICTIONS, "tryAgain"))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("whatNext");
        assertThat(openFor(TALK)).contains(ADDICTIONS);
    }

    @Test
    void otherIndividualWorkOpensEveryGroupThatWaitedForTheFirst() {
        tina();
        closes(TREATMENT);
        answer(TALK, ADDICTIONS, Map.of("whatNext", "preWorkFirst", "preWorkActivity", "copingSkillsWork"));
        talksOver(SELF_DEVELOPMENT, "tryAgain");
        assertThat(openFor(OFFER)).containsExactly("copingSkillsWork");

        begins("copingSkillsWork");
        completes("copingSkillsWork");

        assertThat(openFor(OFFER)).containsExactly(ADDICTIONS, SELF_DEVELOPMENT);
    }

    @Test
    void whatReplacesTheIndividualWorkOpensTheGroups() {
        tina();
        answer(OFFER, TREATMENT, Map.of("herAnswer", "declined"));
        answer(TALK, TREATMENT, Map.of("whatNext", "replace", "replacementActivity", "traumaCounselling"));
        assertThat(statusOf(TREATMENT)).isEqualTo("declined");
        assertThat(openFor(OFFER)).containsExactly("traumaCounselling");
        assertThat(openFor(TALK)).isEmpty();

        begins("traumaCounselling");
        completes("traumaCounselling");

        assertThat(openFor(OFFER)).containsExactly(ADDICTIONS, SELF_DEVELOPMENT);
    }

    @Test
    void aGroupThatReplacesSomethingWaitsForOpenIndividualWorkToo() {
        begins(aWoman().knownTo("lynchPinNeed", "accommodation").knownTo("responsivityFactors", List.of("trauma")));
        answer(OFFER, "practicalSkillsWork", Map.of("herAnswer", "declined"));
        answer(
                TALK,
                "practicalSkillsWork",
                Map.of("whatNext", "replace", "replacementActivity", "thinkingSkillsProgramme"));

        assertThat(step("thinkingSkillsProgramme").gate()).isEqualTo(TREATMENT);
        assertThat(openFor(OFFER)).containsExactly(TREATMENT);
    }

    @Test
    void closingPreWorkThatStoodBeforeAStepClosesThatStepToo() {
        begins(aWoman().knownTo("lynchPinNeed", "drugsAlcohol"));
        begins(ADDICTIONS);
        leaves(ADDICTIONS);
        answer(TALK, ADDICTIONS, Map.of("whatNext", "preWorkFirst", "preWorkActivity", TREATMENT));
        closes(TREATMENT);

        assertThat(statusOf(TREATMENT)).isEqualTo("declined");
        assertThat(statusOf(ADDICTIONS)).isEqualTo("leftEarly");
        assertThat(openFor(OFFER)).containsExactly(SELF_DEVELOPMENT);
    }

    @Test
    void itEndsWhenEveryStepIsCompletedOrClosed() {
        begins(aWoman().knownTo("lynchPinNeed", "drugsAlcohol"));
        begins(ADDICTIONS);
        completes(ADDICTIONS);
        closes(SELF_DEVELOPMENT);

        assertEnded();
        assertThat(statusOf(ADDICTIONS)).isEqualTo("completed");
        assertThat(statusOf(SELF_DEVELOPMENT)).isEqualTo("declined");
    }

    @Test
    void whatReleaseCutsShortStaysOutstanding() {
        begins(aWoman().knownTo("lynchPinNeed", "drugsAlcohol").knownTo("currentCounselling", "yes"));
        begins(ADDICTIONS);
        completes(ADDICTIONS);

        messages.stop(her, "programmeSequencing", "released");

        assertThat(statusOf(ADDICTIONS)).isEqualTo("completed");
        assertThat(statusOf(SELF_DEVELOPMENT)).isEqualTo("outstanding");
        assertThat(statusOf(COUNSELLING)).isEqualTo("outstanding");
    }

    @Test
    void whenReleaseIsPutOffOpenStepsGoOnAndDoneOnesAreNotRepeated() {
        begins(aWoman().knownTo("lynchPinNeed", "drugsAlcohol").knownTo("responsivityFactors", List.of("trauma")));
        begins(TREATMENT);
        completes(TREATMENT);
        messages.stop(her, "programmeSequencing", "released");

        start("programmeSequencing", her);

        assertThat(openFor(OFFER)).containsExactly(ADDICTIONS, SELF_DEVELOPMENT);
        assertThat(steps.of(her)).hasSize(3);
    }
}
