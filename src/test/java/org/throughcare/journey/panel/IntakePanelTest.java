package org.throughcare.journey.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.throughcare.ProcessTest;
import org.throughcare.forms.RefusedAnswerException;

class IntakePanelTest extends ProcessTest {

    private static final String ACCOUNT = "After my mother died I stopped going to work.";

    private ProcessInstance panel;

    @Test
    void theTableSaysWhoIsAskedAndEachIsAskedOnce() {
        String woman = choose(aWoman().knownTo("needMentalHealth", "high").admitted());
        List<Task> asked = contributions(woman);
        assertThat(asked).hasSize(5);
        assertThat(asked)
                .flatExtracting(this::groupsOf)
                .containsExactlyInAnyOrder(
                        "intakePanel.north",
                        "caseManager.north",
                        "caseOfficer.north",
                        "programmeFacilitator.north",
                        "mentalHealth.north");
    }

    @Test
    void herAccountIsHeardThePanelMeetsAndItsAdviceIsRecorded() {
        String woman = choose(aWoman().admitted());
        tellHerStory(woman, "UserTask_HearHerAccount");
        assertThat(openTasks(woman)).doesNotContain("UserTask_MeetAsPanel");
        contributions(woman)
                .forEach(task -> formService.submitTaskForm(
                        task.getId(),
                        Map.of("panelAttendance", "yes", "panelContribution", "She sings in the choir.")));
        assertThat(openTasks(woman)).containsExactly("UserTask_MeetAsPanel");
        Map<String, Object> shown = formService.getTaskFormVariables(
                task(woman, "UserTask_MeetAsPanel").getId());
        assertThat(shown.get("ownAccount")).isEqualTo(ACCOUNT);
        assertThat(String.valueOf(shown.get("panelContributions"))).contains("She sings in the choir.", "Case manager");
        conclude(woman, "UserTask_MeetAsPanel");
        assertEndedAt("EndEvent_PanelAdviceRecorded");
        assertThat(facts.text(woman, "panelAdvice")).contains("Grief work first.");
        assertThat(journalOf(woman, "formSubmitted")).isNotEmpty();
    }

    @Test
    void thePanelCannotConcludeWithoutHerOwnAccount() {
        String woman = choose(aWoman().admitted());
        tellHerStory(woman, "UserTask_HearHerAccount");
        contribute(woman);
        assertThatThrownBy(() -> submit(
                        woman,
                        "UserTask_MeetAsPanel",
                        Map.of("panelConcluded", "yes", "panelAdvice", "Grief work first.")))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("ownAccount");
        assertThatThrownBy(() -> submit(
                        woman,
                        "UserTask_MeetAsPanel",
                        Map.of("ownAccount", "   ", "panelConcluded", "yes", "panelAdvice", "Grief work first.")))
                .isInstanceOf(RefusedAnswerException.class);
        assertThat(openTasks(woman)).containsExactly("UserTask_MeetAsPanel");
    }

    @Test
    void sayingThatSheIsReadyNeedsHerWords() {
        String woman = choose(aWoman().admitted());
        assertThatThrownBy(() -> submit(woman, "UserTask_HearHerAccount", Map.of("readyToTalk", "yes")))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("ownAccount");
    }

    /** Sophie is slow to trust: three visits, each due on the day agreed with her, none of them late (study 001). */
    @Test
    void sophieTakesThreeVisitsAndIsNeverLate() {
        String sophie = choose(aWoman().named("Sophie").admitted());
        contribute(sophie);
        notYet(sophie, "UserTask_HearHerAccount", "2026-01-26");
        assertThat(openTasks(sophie)).containsExactly("UserTask_VisitAgain");
        assertThat(task(sophie, "UserTask_VisitAgain").getDueDate().toInstant())
                .isEqualTo(Instant.parse("2026-01-26T23:59:59Z"));
        advanceTo(Instant.parse("2026-01-26T14:00:00Z"));
        assertThat(overdue(sophie)).isEmpty();
        notYet(sophie, "UserTask_VisitAgain", "2026-03-30");
        assertThat(task(sophie, "UserTask_VisitAgain").getDueDate().toInstant())
                .as("summer time has begun")
                .isEqualTo(Instant.parse("2026-03-30T22:59:59Z"));
        advanceTo(Instant.parse("2026-03-30T14:00:00Z"));
        assertThat(overdue(sophie)).isEmpty();
        assertThat(openTasks(sophie)).containsExactly("UserTask_VisitAgain");
        tellHerStory(sophie, "UserTask_VisitAgain");
        submit(
                sophie,
                "UserTask_MeetAsPanel",
                Map.of("ownAccount", ACCOUNT, "panelConcluded", "no", "nextMeetingDate", "2026-04-07"));
        assertThat(task(sophie, "UserTask_MeetAgain").getDueDate().toInstant())
                .isEqualTo(Instant.parse("2026-04-07T22:59:59Z"));
        conclude(sophie, "UserTask_MeetAgain");
        assertEndedAt("EndEvent_PanelAdviceRecorded");
    }

    @Test
    void aNextVisitNeedsADayThatLiesAhead() {
        String woman = choose(aWoman().admitted());
        assertThatThrownBy(() -> notYet(woman, "UserTask_HearHerAccount", "2026-01-11"))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("nextVisitDate");
        assertThatThrownBy(() -> submit(woman, "UserTask_HearHerAccount", Map.of("readyToTalk", "notYet")))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("nextVisitDate");
    }

    @Test
    void sheMayDeclineThePanelInHerOwnWordsAndTheJourneyGoesOn() {
        String woman = choose(aWoman().admitted());
        submit(
                woman,
                "UserTask_HearHerAccount",
                Map.of("readyToTalk", "noPanel", "noPanelReason", "Too many faces. I will talk to one of you."));
        assertEndedAt("EndEvent_PanelNotWanted");
        assertThat(openTasks(woman)).isEmpty();
        assertThat(facts.text(woman, "noPanelReason")).isPresent();
    }

    @Test
    void thePanelGoesOnWithoutMembersWhoDoNotAnswerInFourteenDays() {
        String woman = choose(aWoman().admitted());
        tellHerStory(woman, "UserTask_HearHerAccount");
        formService.submitTaskForm(contributions(woman).get(0).getId(), Map.of("panelAttendance", "no"));
        advance(Duration.ofDays(14));
        assertThat(openTasks(woman)).containsExactly("UserTask_MeetAsPanel");
        assertThat(String.valueOf(formService
                        .getTaskFormVariables(
                                task(woman, "UserTask_MeetAsPanel").getId())
                        .get("panelContributions")))
                .contains("Has not answered");
    }

    private String choose(String caseNumber) {
        panel = start("intakePanel", caseNumber);
        return caseNumber;
    }

    private List<Task> contributions(String woman) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(woman)
                .taskDefinitionKey("UserTask_ContributeToPanel")
                .list();
    }

    private void contribute(String woman) {
        contributions(woman)
                .forEach(task -> formService.submitTaskForm(task.getId(), Map.of("panelAttendance", "yes")));
    }

    private void tellHerStory(String woman, String taskId) {
        submit(woman, taskId, Map.of("readyToTalk", "yes", "ownAccount", ACCOUNT));
    }

    private void notYet(String woman, String taskId, String nextVisit) {
        submit(woman, taskId, Map.of("readyToTalk", "notYet", "nextVisitDate", nextVisit));
    }

    private void conclude(String woman, String taskId) {
        submit(
                woman,
                taskId,
                Map.of(
                        "ownAccount",
                        ACCOUNT,
                        "panelConcluded",
                        "yes",
                        "panelAdvice",
                        "Grief work first.",
                        "agreesWithAdvice",
                        "yes"));
    }

    private List<Task> overdue(String woman) {
        return taskService.createTaskQuery().processInstanceBusinessKey(woman).list().stream()
                .filter(task -> task.getDueDate().toInstant().isBefore(clock.instant()))
                .toList();
    }

    private void assertEndedAt(String endEvent) {
        assertThat(historyService
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(panel.getId())
                        .activityId(endEvent)
                        .count())
                .isEqualTo(1);
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(panel.getId())
                        .count())
                .isZero();
    }
}
