package org.throughcare.journey.programmes;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Journal;
import org.throughcare.casefile.ProgrammeStep;
import org.throughcare.casefile.ProgrammeSteps;
import org.throughcare.words.Words;

/**
 * Takes in what was noted about a step: {@code stepState} becomes running, completed or leftEarly. A group counted by
 * the week is completed after its last week. A pause is noted in the record, where the model watches for it. She who
 * left is asked what would help before anything is closed.
 */
@Component("noteProgressDelegate")
@UsedInModels
class NoteProgressDelegate implements JavaDelegate {

    private final ProgrammeSteps steps;
    private final Facts facts;
    private final Journal journal;

    NoteProgressDelegate(ProgrammeSteps steps, Facts facts, Journal journal) {
        this.steps = steps;
        this.facts = facts;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StepCodes codes = new StepCodes(execution);
        switch (codes.text("progress")) {
            case "completed" -> codes.set("stepState", "completed");
            case "paused" -> pause(codes);
            case "leftEarly" -> leave(codes);
            default -> goOn(codes);
        }
    }

    private void goOn(StepCodes codes) {
        int weeks = Integer.parseInt(codes.text("groupWeeks"));
        int held = Integer.parseInt(codes.text("weeksHeld")) + 1;
        codes.set("weeksHeld", held);
        codes.set("stepState", weeks > 0 && held >= weeks ? "completed" : "running");
    }

    private void pause(StepCodes codes) {
        steps.changeStatus(codes.stepId(), "paused", reason(codes));
        codes.set("stepState", "paused");
    }

    private void leave(StepCodes codes) {
        ProgrammeStep step = steps.get(codes.stepId());
        steps.changeStatus(step.id(), "waiting", "She left; what comes next is talked over with her.");
        journal.write(
                codes.caseNumber(),
                "programmeLeft",
                Words.spoken(step.activity()) + ": she left before the end. " + reason(codes),
                Map.of("stepId", step.id(), "activity", step.activity()));
        codes.set("stepState", "leftEarly");
    }

    private String reason(StepCodes codes) {
        return facts.value(codes.caseNumber(), StepCodes.scope(codes.stepId()), "progressReason")
                .map(String::valueOf)
                .orElse("No reason was noted.");
    }
}
