package org.throughcare.journey.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.AWoman;
import org.throughcare.ProcessTest;
import org.throughcare.casefile.ProgrammeStep;
import org.throughcare.casefile.ProgrammeSteps;

/** Words for the tests of programme sequencing: who is offered what, who begins, who goes on. */
abstract class ProgrammeProcessTest extends ProcessTest {

    static final String OFFER = "UserTask_OfferStep";
    static final String BEGIN = "UserTask_BeginStep";
    static final String PROGRESS = "UserTask_RecordProgress";
    static final String GROUP_WEEK = "UserTask_RecordGroupWeek";
    static final String RESUME = "UserTask_ResumeStep";
    static final String TALK = "UserTask_TalkOverNext";
    static final String ARRANGE = "UserTask_ArrangeFamilyVisit";
    static final String VISIT = "UserTask_RecordFamilyVisit";
    static final String CATCH_UP = "UserTask_CatchUp";

    static final String TREATMENT = "individualPsychologicalTreatment";
    static final String ADDICTIONS = "addictionsGroupProgramme";
    static final String SELF_DEVELOPMENT = "selfDevelopmentGroup";
    static final String COUNSELLING = "continueCounselling";
    static final String FAMILY_CONTACT = "familyContactWork";

    @Autowired
    ProgrammeSteps steps;

    String her;

    /** Her case is open, her needs are known, and programme sequencing has begun. */
    void begins(AWoman woman) {
        her = woman.admitted();
        start("programmeSequencing", her);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    ProgrammeStep step(String activity) {
        return steps.of(her).stream()
                .filter(step -> step.activity().equals(activity))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no step " + activity));
    }

    String statusOf(String activity) {
        return step(activity).status();
    }

    /** Every status that a step had, from the journal. */
    List<Object> historyOf(String activity) {
        return journalOf(her, "programmeStepChanged").stream()
                .filter(entry -> activity.equals(entry.details().get("activity")))
                .map(entry -> (Object) entry.details().get("status"))
                .toList();
    }

    /** The activities for which that task is open. */
    List<String> openFor(String taskId) {
        return taskService.createTaskQuery().processInstanceBusinessKey(her).taskDefinitionKey(taskId).list().stream()
                .map(this::activityOf)
                .sorted()
                .toList();
    }

    Task taskFor(String taskId, String activity) {
        return taskService.createTaskQuery().processInstanceBusinessKey(her).taskDefinitionKey(taskId).list().stream()
                .filter(task -> activityOf(task).equals(activity))
                .findFirst()
                .orElseThrow(() -> new AssertionError(taskId + " is not open for " + activity + " but for "
                        + openFor(taskId) + "; all: " + openTasks(her)));
    }

    private String activityOf(Task task) {
        return steps.get(Long.parseLong(String.valueOf(taskService.getVariable(task.getId(), "stepId"))))
                .activity();
    }

    void answer(String taskId, String activity, Map<String, Object> answers) {
        formService.submitTaskForm(taskFor(taskId, activity).getId(), new HashMap<>(answers));
    }

    /** She accepts the place and it begins today. */
    void begins(String activity) {
        accepts(activity, today());
        answer(BEGIN, activity, Map.of("hasBegun", "yes"));
    }

    void accepts(String activity, LocalDate startDate) {
        answer(OFFER, activity, Map.of("herAnswer", "accepted", "startDate", startDate.toString()));
    }

    void goesOn(String activity) {
        answer(PROGRESS, activity, Map.of("progress", "goesOn", "progressNotes", "She speaks more freely."));
    }

    void completes(String activity) {
        answer(PROGRESS, activity, Map.of("progress", "completed"));
    }

    void leaves(String activity) {
        answer(PROGRESS, activity, Map.of("progress", "leftEarly", "progressReason", "It was too much at once."));
    }

    void talksOver(String activity, String whatNext) {
        answer(TALK, activity, Map.of("whatNext", whatNext));
    }

    void closes(String activity) {
        answer(OFFER, activity, Map.of("herAnswer", "declined"));
        talksOver(activity, "close");
    }

    void assertEnded() {
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(her)
                        .processDefinitionKey("programmeSequencing")
                        .count())
                .isZero();
    }
}
