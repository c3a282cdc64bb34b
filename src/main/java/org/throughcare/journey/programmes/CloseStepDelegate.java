package org.throughcare.journey.programmes;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.ProgrammeStep;
import org.throughcare.casefile.ProgrammeSteps;

/** Closes a step with her for now, and with it what stood behind it in the same line. */
@Component("closeStepDelegate")
@UsedInModels
class CloseStepDelegate implements JavaDelegate {

    private final ProgrammeSteps steps;

    CloseStepDelegate(ProgrammeSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StepCodes codes = new StepCodes(execution);
        close(codes.stepId(), "Closed with her for now.");
        StepLine.of(codes)
                .stepIds()
                .forEach(id -> close(Long.parseLong(id), "The work before it was closed with her."));
        new StepLine(java.util.List.of()).keep(codes);
        codes.set("anotherInLine", false);
        codes.tellAll();
    }

    private void close(long stepId, String reason) {
        ProgrammeStep step = steps.get(stepId);
        steps.changeStatus(stepId, ClosedSteps.statusOf(step), reason);
    }
}
