package org.throughcare.journey.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.ProcessTest;
import org.throughcare.casefile.Flag;
import org.throughcare.casefile.UrgentFlags;
import org.throughcare.forms.RefusedAnswerException;

class AdmissionTest extends ProcessTest {

    @Autowired
    private UrgentFlags flags;

    private ProcessInstance admission;

    @Test
    void sheIsScreenedBeforeSheIsGivenACell() {
        String woman = admit(aWoman().admitted());
        assertThat(openTasks(woman)).containsExactly("UserTask_MeetOnArrival");
        submit(woman, "UserTask_MeetOnArrival", Map.of("interpreterNeeded", "no"));
        assertThat(openTasks(woman)).containsExactly("UserTask_ScreenAtReception");
        Task screen = task(woman, "UserTask_ScreenAtReception");
        assertThat(groupsOf(screen)).containsExactly("healthcare.north");
        assertThat(screen.getDueDate().toInstant()).isEqualTo(START.plus(Duration.ofHours(4)));
        submit(woman, "UserTask_ScreenAtReception", Map.of("selfHarmRisk", "none"));
        assertThat(openTasks(woman)).containsExactly("UserTask_AllocateCell");
    }

    @Test
    void aWomanWithoutUrgentNeedsIsAdmittedWithFiveTasks() {
        String woman = admit(aWoman().admitted());
        receive(woman, Map.of(), Map.of());
        assertThat(openTasks(woman)).containsExactly("UserTask_ScreenAgain", "UserTask_SupportFirstNight");
        submit(woman, "UserTask_SupportFirstNight", Map.of("howSheIs", "Tired, calm.", "familyCallMade", "yes"));
        submit(woman, "UserTask_ScreenAgain", Map.of("secondScreenOutcome", "done", "selfHarmRisk", "none"));
        assertAdmitted(woman);
        assertThat(flags.of(woman)).isEmpty();
        assertThat(cases.get(woman).phase()).isEqualTo("admission");
        assertThat(journalOf(woman, "formSubmitted")).hasSize(5);
    }

    @Test
    void anInterpreterIsFoundBeforeTheScreenAndAnUnsuccessfulSearchHoldsNothingUp() {
        String woman = admit(aWoman().admitted());
        submit(woman, "UserTask_MeetOnArrival", Map.of("language", "Tigrinya", "interpreterNeeded", "yes"));
        assertThat(openTasks(woman)).containsExactly("UserTask_BookInterpreter");
        submit(
                woman,
                "UserTask_BookInterpreter",
                Map.of(
                        "language",
                        "Tigrinya",
                        "interpreterArranged",
                        "notYet",
                        "interpreterTried",
                        "Two services rung."));
        assertThat(openTasks(woman)).containsExactly("UserTask_ScreenAtReception");
        assertThat(facts.text(woman, "language")).contains("Tigrinya");
    }

    @Test
    void aCaseWithHerBirthdayAndNameIsLookedAtFirst() {
        LocalDate birthday = LocalDate.of(1988, 2, 29);
        String earlier = aWoman().named("Rosa Quin").bornOn(birthday).admitted();
        aWoman().named("Someone Else").bornOn(birthday).admitted();
        String woman = admit(aWoman().named("ROSA Ellery-Quín").bornOn(birthday).admitted());
        assertThat(openTasks(woman)).containsExactly("UserTask_CheckEarlierRecords");
        Object rows = formService
                .getTaskFormVariables(
                        task(woman, "UserTask_CheckEarlierRecords").getId())
                .get("earlierRecords");
        assertThat(String.valueOf(rows)).contains(earlier).contains("Rosa Quin").doesNotContain("Someone Else");
        submit(woman, "UserTask_CheckEarlierRecords", Map.of("earlierRecordAnswer", "anotherWoman"));
        assertThat(openTasks(woman)).containsExactly("UserTask_MeetOnArrival");
    }

    @Test
    void urgentFlagsStartTheirResponsesAndAdmissionGoesOn() {
        String woman = admit(aWoman().admitted());
        receive(
                woman,
                Map.of("childWithoutCarer", "yes"),
                Map.of("selfHarmRisk", "current", "withdrawalRisk", "declined"));
        assertThat(flags.open(woman)).extracting(Flag::flag).containsExactlyInAnyOrder("selfHarm", "childWithoutCarer");
        assertThat(openTasks(woman))
                .containsExactlyInAnyOrder(
                        "UserTask_PlanImmediateSafety",
                        "UserTask_RespondToConcern",
                        "UserTask_SupportFirstNight",
                        "UserTask_ArrangeForChildren",
                        "UserTask_ScreenAgain");
        assertThat(groupsOf(task(woman, "UserTask_RespondToConcern"))).containsExactly("socialWorker.north");
        assertThat(journalOf(woman, "urgentFlagRaised")).hasSize(2);
    }

    @Test
    void aFlagFoundAgainAtTheSecondScreenIsNotAnsweredTwice() {
        String woman = admit(aWoman().admitted());
        receive(woman, Map.of(), Map.of("selfHarmRisk", "historic", "pregnant", "yes"));
        Task concern = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(woman)
                .taskDefinitionKey("UserTask_RespondToConcern")
                .taskCandidateGroup("healthcare.north")
                .singleResult();
        formService.submitTaskForm(
                concern.getId(), Map.of("whatWasDone", "Midwife rung, diet changed.", "urgentOutcome", "resolved"));
        submit(
                woman,
                "UserTask_ScreenAgain",
                Map.of("secondScreenOutcome", "done", "selfHarmRisk", "current", "pregnant", "yes"));
        assertThat(flags.of(woman))
                .extracting(Flag::flag, Flag::severity)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("selfHarm", "urgent"),
                        org.assertj.core.groups.Tuple.tuple("pregnancy", "urgent"),
                        org.assertj.core.groups.Tuple.tuple("selfHarm", "immediate"));
    }

    @Test
    void dangerOfSelfHarmFoundAgainAfterItWasResolvedIsAnsweredAgain() {
        String woman = admit(aWoman().admitted());
        receive(woman, Map.of(), Map.of("selfHarmRisk", "current"));
        flags.open(woman).forEach(flag -> flags.answered(flag.id(), "resolved"));
        submit(woman, "UserTask_ScreenAgain", Map.of("secondScreenOutcome", "done", "selfHarmRisk", "current"));
        assertThat(flags.open(woman)).extracting(Flag::severity).containsExactly("immediate");
        assertThat(flags.of(woman)).hasSize(2);
    }

    @Test
    void theCareThatMustBeginGoesToWhoGivesIt() {
        String woman = admit(aWoman().admitted());
        receive(
                woman,
                Map.of("fromYouthEstate", "yes", "childrenInCare", "yes", "pregnant", "yes"),
                Map.of("selfHarmRisk", "none", "withdrawalRisk", "yes", "pregnant", "yes"));
        assertThat(groupsOf(task(woman, "UserTask_BookMidwife"))).containsExactly("healthcare.north");
        assertThat(groupsOf(task(woman, "UserTask_PlanWithdrawalCare"))).containsExactly("substanceMisuse.north");
        assertThat(groupsOf(task(woman, "UserTask_PlanYouthTransition"))).containsExactly("socialWorker.north");
        assertThat(groupsOf(task(woman, "UserTask_ArrangeForChildren"))).containsExactly("socialWorker.north");
        submit(
                woman,
                "UserTask_BookMidwife",
                Map.of("midwifeAppointment", "2026-01-14", "motherBabyPlace", "declined"));
        submit(
                woman,
                "UserTask_PlanWithdrawalCare",
                Map.of(
                        "withdrawalFrom",
                        List.of("opioids"),
                        "withdrawalPlace",
                        "detoxUnit",
                        "withdrawalReviewOn",
                        "2026-01-15"));
        submit(woman, "UserTask_PlanYouthTransition", Map.of("transitionPlan", "Her key worker visits on Thursday."));
        submit(
                woman,
                "UserTask_ArrangeForChildren",
                Map.of("childWithoutCarer", "no", "childrenArrangement", "With her sister; a call on Sunday."));
        submit(woman, "UserTask_SupportFirstNight", Map.of("howSheIs", "Restless."));
        submit(
                woman,
                "UserTask_ScreenAgain",
                Map.of(
                        "secondScreenOutcome",
                        "done",
                        "selfHarmRisk",
                        "none",
                        "pregnant",
                        "yes",
                        "withdrawalRisk",
                        "no"));
        assertAdmitted(woman);
        assertThat(facts.text(woman, "motherBabyPlace")).contains("declined");
    }

    @Test
    void aPregnancyFoundOnlyAtTheSecondScreenBringsTheMidwife() {
        String woman = admit(aWoman().admitted());
        receive(woman, Map.of(), Map.of("pregnant", "notAsked"));
        assertThat(openTasks(woman)).doesNotContain("UserTask_BookMidwife");
        submit(
                woman,
                "UserTask_ScreenAgain",
                Map.of("secondScreenOutcome", "done", "selfHarmRisk", "none", "pregnant", "yes"));
        assertThat(openTasks(woman)).contains("UserTask_BookMidwife", "UserTask_RespondToConcern");
    }

    @Test
    void aDeclinedSecondScreenIsAnAnswerAndLosesNothingOfTheFirst() {
        String woman = admit(aWoman().admitted());
        receive(woman, Map.of(), Map.of("selfHarmRisk", "historic", "currentMedicines", "Sertraline"));
        submit(
                woman,
                "UserTask_ScreenAgain",
                Map.of("secondScreenOutcome", "declined", "noSecondScreenReason", "She will come when she wants to."));
        assertThat(facts.text(woman, "selfHarmRisk")).contains("historic");
        assertThat(facts.text(woman, "currentMedicines")).contains("Sertraline");
        assertThat(facts.text(woman, "secondScreenOutcome")).contains("declined");
    }

    @Test
    void theSupervisorHearsWhenSheIsNotScreenedWithinSevenDaysAndTheScreenStaysOpen() {
        String woman = admit(aWoman().admitted());
        receive(woman, Map.of(), Map.of());
        submit(woman, "UserTask_SupportFirstNight", Map.of("howSheIs", "Quiet."));
        Task screen = task(woman, "UserTask_ScreenAgain");
        assertThat(screen.getDueDate().toInstant()).isEqualTo(START.plus(Duration.ofDays(7)));
        advance(Duration.ofDays(7).minusMinutes(1));
        assertThat(openTasks(woman)).containsExactly("UserTask_ScreenAgain");
        advance(Duration.ofMinutes(1));
        assertThat(openTasks(woman)).containsExactly("UserTask_ChaseSecondScreen", "UserTask_ScreenAgain");
        assertThat(groupsOf(task(woman, "UserTask_ChaseSecondScreen"))).containsExactly("supervisor.north");
        submit(
                woman,
                "UserTask_ChaseSecondScreen",
                Map.of("whyNotScreened", "noStaff", "screenAgreedFor", "2026-01-20"));
        submit(woman, "UserTask_ScreenAgain", Map.of("secondScreenOutcome", "done", "selfHarmRisk", "none"));
        assertAdmitted(woman);
    }

    @Test
    void noFindingBecomesAProcessVariable() {
        String woman = admit(aWoman().admitted());
        receive(
                woman,
                Map.of("pregnant", "yes", "childrenNow", "canary-children"),
                Map.of("selfHarmRisk", "current", "pregnant", "yes", "receptionHealthNotes", "canary-health"));
        assertThat(runtimeService.getVariables(admission.getId()))
                .doesNotContainKeys("pregnant", "selfHarmRisk", "childrenNow")
                .containsEntry("midwifeNeeded", true);
    }

    @Test
    void theScreenCannotBeSubmittedWithoutTheRiskOfSelfHarm() {
        String woman = admit(aWoman().admitted());
        submit(woman, "UserTask_MeetOnArrival", Map.of("interpreterNeeded", "no"));
        assertThatThrownBy(() -> submit(woman, "UserTask_ScreenAtReception", Map.of("pregnant", "no")))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("selfHarmRisk");
        assertThat(openTasks(woman)).containsExactly("UserTask_ScreenAtReception");
    }

    private String admit(String caseNumber) {
        admission = start("admission", caseNumber);
        return caseNumber;
    }

    private void receive(String woman, Map<String, Object> onArrival, Map<String, Object> screen) {
        submit(woman, "UserTask_MeetOnArrival", with(onArrival, "interpreterNeeded", "no"));
        submit(woman, "UserTask_ScreenAtReception", with(screen, "selfHarmRisk", "none"));
        submit(woman, "UserTask_AllocateCell", Map.of("unitName", "B", "cellNumber", "12", "cellSharing", "shared"));
    }

    private static Map<String, Object> with(Map<String, Object> answers, String key, Object usual) {
        Map<String, Object> all = new HashMap<>(answers);
        all.putIfAbsent(key, usual);
        return all;
    }

    private void assertAdmitted(String woman) {
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(admission.getId())
                        .count())
                .as("open tasks %s", openTasks(woman))
                .isZero();
        assertThat(historyService
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(admission.getId())
                        .activityId("EndEvent_AdmissionComplete")
                        .count())
                .isPositive();
    }
}
