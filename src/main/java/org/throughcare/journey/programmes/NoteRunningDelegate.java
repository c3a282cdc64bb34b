package org.throughcare.journey.programmes;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.ProgrammeSteps;

/** The step is running, for the first time or again after a pause. */
@Component("noteRunningDelegate")
@UsedInModels
class NoteRunningDelegate implements JavaDelegate {

    private final ProgrammeSteps steps;

    NoteRunningDelegate(ProgrammeSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StepCodes codes = new StepCodes(execution);
        boolean resumed = "paused".equals(steps.get(codes.stepId()).status());
        steps.changeStatus(codes.stepId(), "running", resumed ? "She goes on after the pause." : "It has begun.");
        codes.set("lookAgainOn", null);
        codes.set("stepState", "running");
    }
}
