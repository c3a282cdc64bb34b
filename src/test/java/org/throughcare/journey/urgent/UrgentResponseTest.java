package org.throughcare.journey.urgent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.ProcessTest;
import org.throughcare.casefile.Flag;
import org.throughcare.casefile.NewStep;
import org.throughcare.casefile.ProgrammeStep;
import org.throughcare.casefile.ProgrammeSteps;
import org.throughcare.casefile.UrgentFlags;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.journey.Journeys;

class UrgentResponseTest extends ProcessTest {

    @Autowired
    private UrgentConcerns concerns;

    @Autowired
    private UrgentFlags flags;

    @Autowired
    private ProgrammeSteps steps;

    @Autowired
    private Journeys journeys;

    @Test
    void theFlagSaysWhoRespondsAndByWhen() {
        String woman = aWoman().at("south").admitted();
        long id = concerns.raise(woman, "familyThreat", "immediate", "socialWorker", "PT4H", "Her brother rang.");
        Task task = task(woman, "UserTask_RespondToConcern");
        assertThat(groupsOf(task)).containsExactly("socialWorker.south");
        assertThat(task.getDueDate().toInstant()).isEqualTo(START.plus(Duration.ofHours(4)));
        assertThat(task.getPriority()).isEqualTo(90);
        assertThat(flags.get(id).respondBy()).isEqualTo(START.plus(Duration.ofHours(4)));
        assertThat(formService.getTaskFormVariables(task.getId()))
                .containsEntry("concernReason", "Her brother rang.")
                .containsEntry("concernKind", "Threat from her family, immediate")
                .containsEntry("concernDeadline", "12 Jan 2026, 13:00");
    }

    @Test
    void resolvedClosesTheFlag() {
        String woman = aWoman().admitted();
        Flag flag = respond(woman, Map.of("urgentOutcome", "resolved"));
        assertThat(flag.status()).isEqualTo("closed");
        assertThat(flag.outcome()).isEqualTo("resolved");
        assertEnded(woman, "EndEvent_Resolved");
        assertThat(journalOf(woman, "urgentFlagClosed")).hasSize(1);
        assertThat(facts.of(woman, "urgent:" + flag.id())).containsEntry("whatWasDone", "Seen at once.");
    }

    @Test
    void notConfirmedClosesTheFlag() {
        String woman = aWoman().admitted();
        assertThat(respond(woman, Map.of("urgentOutcome", "notConfirmed")).outcome())
                .isEqualTo("notConfirmed");
        assertEnded(woman, "EndEvent_NotConfirmed");
    }

    @Test
    void whoTookOverOutsideIsNamed() {
        String woman = aWoman().admitted();
        assertThatThrownBy(() -> respond(woman, Map.of("urgentOutcome", "passedOnOutside")))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("passedOnToOutside");
        submit(
                woman,
                "UserTask_RespondToConcern",
                Map.of(
                        "whatWasDone", "Rang the police.",
                        "urgentOutcome", "passedOnOutside",
                        "passedOnToOutside", "Police, constable Hale confirmed."));
        assertEnded(woman, "EndEvent_PassedOnOutside");
        assertThat(flags.of(woman)).extracting(Flag::outcome).containsExactly("passedOnOutside");
    }

    @Test
    void anotherTeamHereTakesOverWithANewDeadline() {
        String woman = aWoman().admitted();
        long id = concerns.raise(woman, "medicines", "urgent", "healthcare", "PT12H", "No insulin.");
        advance(Duration.ofHours(2));
        submit(
                woman,
                "UserTask_RespondToConcern",
                Map.of("whatWasDone", "Not ours.", "urgentOutcome", "passedOnInside", "passedOnTo", "substanceMisuse"));
        Task task = task(woman, "UserTask_RespondToConcern");
        assertThat(groupsOf(task)).containsExactly("substanceMisuse.north");
        assertThat(task.getDueDate().toInstant()).isEqualTo(START.plus(Duration.ofHours(14)));
        assertThat(flags.get(id))
                .returns("substanceMisuse", Flag::role)
                .returns("open", Flag::status)
                .returns(START.plus(Duration.ofHours(14)), Flag::respondBy);
        assertThat(journalOf(woman, "urgentFlagPassedOn")).hasSize(1);
        advance(Duration.ofHours(11));
        assertThat(openTasks(woman)).containsExactly("UserTask_RespondToConcern");
    }

    @Test
    void aCarePlanKeepsTheFlagInSightUntilItHasDoneItsWork() {
        String woman = aWoman().admitted();
        Flag flag = respond(
                woman,
                Map.of("urgentOutcome", "carePlan", "carePlan", "Daily talk.", "carePlanReviewOn", "2026-01-16"));
        assertThat(flag.status()).isEqualTo("carePlan");
        assertThat(flags.open(woman)).hasSize(1);
        Task review = task(woman, "UserTask_ReviewCarePlan");
        assertThat(groupsOf(review)).containsExactly("healthcare.north");
        assertThat(review.getDueDate().toInstant()).isEqualTo(Instant.parse("2026-01-16T23:59:59Z"));
        submit(
                woman,
                "UserTask_ReviewCarePlan",
                Map.of(
                        "reviewFindings", "Better.",
                        "urgentOutcome", "carePlan",
                        "carePlan", "A talk every second day.",
                        "carePlanReviewOn", "2026-01-30"));
        assertThat(task(woman, "UserTask_ReviewCarePlan").getDueDate().toInstant())
                .isEqualTo(Instant.parse("2026-01-30T23:59:59Z"));
        submit(woman, "UserTask_ReviewCarePlan", Map.of("reviewFindings", "Well.", "urgentOutcome", "resolved"));
        assertEnded(woman, "EndEvent_CarePlanEnded");
        assertThat(flags.get(flag.id()).status()).isEqualTo("closed");
    }

    @Test
    void theNextReviewLiesAhead() {
        String woman = aWoman().admitted();
        assertThatThrownBy(() -> respond(
                        woman,
                        Map.of("urgentOutcome", "carePlan", "carePlan", "Talk.", "carePlanReviewOn", "2026-01-01")))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("carePlanReviewOn");
    }

    @Test
    void aPassedDeadlineGoesToTheSupervisorAndTheResponseStaysOpen() {
        String woman = aWoman().admitted();
        long id = concerns.raise(woman, "medicines", "urgent", "healthcare", "PT12H", "No insulin.");
        advance(Duration.ofHours(12).minusMinutes(1));
        assertThat(openTasks(woman)).containsExactly("UserTask_RespondToConcern");
        advance(Duration.ofMinutes(1));
        assertThat(openTasks(woman)).containsExactly("UserTask_RespondToConcern", "UserTask_StepInOnConcern");
        assertThat(groupsOf(task(woman, "UserTask_StepInOnConcern"))).containsExactly("supervisor.north");
        assertThat(task(woman, "UserTask_StepInOnConcern").getDueDate().toInstant())
                .isEqualTo(START.plus(Duration.ofHours(14)));
        assertThat(flags.get(id).status()).isEqualTo("escalated");
        assertThat(journalOf(woman, "urgentFlagEscalated")).hasSize(1);
        submit(woman, "UserTask_StepInOnConcern", Map.of("whyLate", "No nurse.", "steppedIn", "Called the doctor."));
        submit(
                woman,
                "UserTask_RespondToConcern",
                Map.of("whatWasDone", "Insulin given.", "urgentOutcome", "resolved"));
        assertThat(flags.get(id).status()).isEqualTo("closed");
        assertThat(openTasks(woman)).isEmpty();
    }

    @Test
    void dangerOfSelfHarmHasThreeStepsWithTheirOwnDeadlines() {
        String woman = aWoman().admitted();
        long id = concerns.raise(woman, "selfHarm", "immediate", null, null, "She says that she wants to die.");
        Task plan = task(woman, "UserTask_PlanImmediateSafety");
        assertThat(groupsOf(plan)).containsExactly("mentalHealth.north");
        assertThat(plan.getDueDate().toInstant()).isEqualTo(START.plus(Duration.ofHours(1)));
        advance(Duration.ofMinutes(30));
        makeSafe(woman);
        assertThat(task(woman, "UserTask_AssessSelfHarmRisk").getDueDate().toInstant())
                .isEqualTo(START.plus(Duration.ofHours(24)));
        advance(Duration.ofHours(3));
        assertThat(openTasks(woman)).containsExactly("UserTask_AssessSelfHarmRisk");
        submit(
                woman,
                "UserTask_AssessSelfHarmRisk",
                Map.of("selfHarmRisk", "current", "interviewFindings", "Her son.", "whatHelps", "Her sister."));
        assertThat(facts.text(woman, "whatHelps")).as("known to the case").contains("Her sister.");
        assertThat(task(woman, "UserTask_HoldFirstReview").getDueDate().toInstant())
                .isEqualTo(START.plus(Duration.ofHours(24)));
        submit(
                woman,
                "UserTask_HoldFirstReview",
                Map.of(
                        "reviewPresent", "Nurse, unit officer, her cellmate at her wish.",
                        "sheTookPart", "yes",
                        "urgentOutcome", "carePlan",
                        "carePlan", "Seen hourly.",
                        "carePlanReviewOn", "2026-01-14"));
        assertThat(openTasks(woman)).containsExactly("UserTask_ReviewCarePlan");
        advance(Duration.ofDays(1));
        assertThat(flags.get(id).status()).isEqualTo("carePlan");
        assertThat(openTasks(woman)).containsExactly("UserTask_ReviewCarePlan");
    }

    @Test
    void anActionPlanThatIsLateAndAReviewThatIsLateBothGoToTheSupervisor() {
        String woman = aWoman().admitted();
        concerns.raise(woman, "selfHarm", "immediate", null, null, "A blade was found.");
        advance(Duration.ofHours(1));
        assertThat(openTasks(woman)).containsExactly("UserTask_PlanImmediateSafety", "UserTask_StepInOnConcern");
        submit(woman, "UserTask_StepInOnConcern", Map.of("whyLate", "Handover.", "steppedIn", "Sat with her."));
        makeSafe(woman);
        advance(Duration.ofHours(23));
        assertThat(openTasks(woman)).containsExactly("UserTask_AssessSelfHarmRisk", "UserTask_StepInOnConcern");
        assertThat(journalOf(woman, "urgentFlagEscalated")).hasSize(2);
    }

    @Test
    void selfHarmLongAgoIsTalkedAboutWithoutTheThreeSteps() {
        String woman = aWoman().admitted();
        concerns.raise(woman, "selfHarm", "urgent", "mentalHealth", "PT24H", "Scars.");
        assertThat(openTasks(woman)).containsExactly("UserTask_RespondToConcern");
    }

    /** Jade: her son attempted suicide; her case manager hears the same day, the programme is paused, not failed. */
    @Test
    void jadesCaseManagerHearsTheSameDayAndHerProgrammeIsPausedNotFailed() {
        String jade = aWoman().named("Jade").ownedBy("caseManager.north").admitted();
        steps.plan(
                jade,
                List.of(
                        new NewStep(1, "counselling", "preWork", null, "Grief"),
                        new NewStep(2, "selfDevelopmentGroup", "programme", null, "Eight weeks")));
        steps.of(jade).forEach(step -> steps.changeStatus(step.id(), "running", null));
        concerns.raise(jade, "familyConcern", "immediate", null, null, "Her son is in hospital.");
        Task talk = task(jade, "UserTask_TalkAboutFamily");
        assertThat(talk.getAssignee()).isEqualTo("caseManager.north");
        assertThat(talk.getDueDate().toInstant()).isBefore(Instant.parse("2026-01-12T23:59:59Z"));
        assertThat(String.valueOf(formService.getTaskFormVariables(talk.getId()).get("runningProgrammes")))
                .contains("Self development group");
        talkAboutFamily(jade, "yes");
        assertThat(steps.of(jade)).extracting(ProgrammeStep::status).containsExactly("running", "paused");
        assertEnded(jade, "EndEvent_Resolved");
    }

    @Test
    void sheMayWantToGoOnWithHerProgramme() {
        String woman = aWoman().admitted();
        steps.plan(woman, List.of(new NewStep(1, "selfDevelopmentGroup", "programme", null, "Eight weeks")));
        steps.of(woman).forEach(step -> steps.changeStatus(step.id(), "running", null));
        concerns.raise(woman, "familyConcern", null, null, null, "Her mother is ill.");
        talkAboutFamily(woman, "no");
        assertThat(steps.of(woman)).extracting(ProgrammeStep::status).containsExactly("running");
    }

    @Test
    void theSameConcernAgainIsShownToWhoIsResponding() {
        String woman = aWoman().admitted();
        long first = concerns.raise(woman, "familyConcern", "urgent", null, null, "Her mother is ill.");
        long second = concerns.raise(woman, "familyConcern", "urgent", null, null, "Her mother has died.");
        assertThat(second).isEqualTo(first);
        assertThat(openTasks(woman)).containsExactly("UserTask_TalkAboutFamily");
        assertThat(journalOf(woman, "urgentConcernRepeated")).hasSize(1);
        assertThat(formService.getTaskFormVariables(
                        task(woman, "UserTask_TalkAboutFamily").getId()))
                .containsEntry("concernReason", "Her mother is ill.\nAgain: Her mother has died.");
    }

    @Test
    void aMoreUrgentConcernAndAnyOtherConcernStartTheirOwnResponse() {
        String woman = aWoman().admitted();
        concerns.raise(woman, "selfHarm", "urgent", null, null, "Scars.");
        concerns.raise(woman, "selfHarm", "immediate", null, null, "She says that she wants to die.");
        concerns.raise(woman, "other", "urgent", null, null, "One thing.");
        concerns.raise(woman, "other", "urgent", null, null, "Another thing.");
        assertThat(flags.open(woman)).hasSize(4);
    }

    @Test
    void anyMemberOfStaffRaisesAConcernWithTheStartForm() {
        String woman = aWoman().at("south").admitted();
        ProcessInstance response = raise(Map.of(
                "caseNumber",
                woman,
                "flag",
                "childInDanger",
                "severity",
                "immediate",
                "whatHappened",
                "Canary: a call."));
        assertThat(response.getBusinessKey()).isEqualTo(woman);
        assertThat(groupsOf(task(woman, "UserTask_RespondToConcern"))).containsExactly("socialWorker.south");
        assertThat(flags.open(woman)).extracting(Flag::raisedBy).containsExactly("throughcare");
        assertThat(runtimeService.getVariables(response.getId()).values().stream()
                        .map(String::valueOf))
                .noneMatch(value -> value.contains("Canary"));
    }

    @Test
    void aConcernThatIsAnsweredAlreadyEndsWithTheOpenResponse() {
        String woman = aWoman().admitted();
        concerns.raise(woman, "medicines", "urgent", null, null, "No insulin.");
        Map<String, Object> again =
                Map.of("caseNumber", woman, "flag", "medicines", "severity", "urgent", "whatHappened", "Still none.");
        String id = raise(again).getId();
        assertThat(openTasks(woman)).containsExactly("UserTask_RespondToConcern");
        assertThat(historyService
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(id)
                        .activityId("EndEvent_AddedToOpenResponse")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aConcernNeedsAnOpenCase() {
        Map<String, Object> answers = new HashMap<>(
                Map.of("caseNumber", "NORTH-2020-9999", "flag", "other", "severity", "urgent", "whatHappened", "?"));
        assertThatThrownBy(() -> raise(answers))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("caseNumber");
        String woman = aWoman().admitted();
        cases.close(woman, "died");
        answers.put("caseNumber", woman);
        assertThatThrownBy(() -> raise(answers)).isInstanceOf(RefusedAnswerException.class);
        assertThat(flags.of(woman)).isEmpty();
    }

    @Test
    void aConcernReportedToTheJourneyStartsAResponseAndTheJourneyGoesOn() {
        String woman = journeys.register(Map.of(
                "prisonNumber", "U1234RC",
                "womanName", "Una Reported",
                "dateOfBirth", "1979-03-02",
                "site", "north",
                "admissionDate", "2026-01-12",
                "legalStatus", "remand"));
        assertThat(messages.send(
                        "UrgentConcernRaised", woman, Map.of("flag", "familyConcern", "severity", "immediate")))
                .isTrue();
        assertThat(messages.send("UrgentConcernRaised", woman, Map.of("role", "healthcare", "respondWithin", "PT30M")))
                .isTrue();
        assertThat(openTasks(woman))
                .contains("UserTask_MeetOnArrival", "UserTask_RespondToConcern", "UserTask_TalkAboutFamily");
        assertThat(flags.open(woman)).extracting(Flag::flag).containsExactlyInAnyOrder("familyConcern", "other");
        assertThat(groupsOf(task(woman, "UserTask_RespondToConcern"))).containsExactly("healthcare.north");
    }

    private ProcessInstance raise(Map<String, Object> answers) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("urgentResponse")
                .latestVersion()
                .singleResult()
                .getId();
        return formService.submitStartForm(definition, new HashMap<>(answers));
    }

    private Flag respond(String woman, Map<String, Object> outcome) {
        long id = concerns.raise(woman, "medicines", "urgent", "healthcare", "PT12H", "No insulin.");
        Map<String, Object> answers = new HashMap<>(outcome);
        answers.put("whatWasDone", "Seen at once.");
        submit(woman, "UserTask_RespondToConcern", answers);
        return flags.get(id);
    }

    private void makeSafe(String woman) {
        submit(
                woman,
                "UserTask_PlanImmediateSafety",
                Map.of("immediateSafetyPlan", "Someone is with her.", "observation", "constant"));
    }

    private void talkAboutFamily(String woman, String pause) {
        submit(
                woman,
                "UserTask_TalkAboutFamily",
                Map.of("familyNews", "Her son.", "pauseProgramme", pause, "urgentOutcome", "resolved"));
    }

    private void assertEnded(String woman, String endEvent) {
        assertThat(openTasks(woman)).isEmpty();
        assertThat(historyService
                        .createHistoricActivityInstanceQuery()
                        .activityId(endEvent)
                        .list())
                .anyMatch(activity -> woman.equals(historyService
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(activity.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()));
    }
}
