package org.throughcare.journey.programmes;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.ProgrammeSteps;

/**
 * A step is completed: what waited for it may begin. Where individual work was put before a step, the branch returns to
 * that step and {@code anotherInLine} is true.
 */
@Component("completeStepDelegate")
@UsedInModels
class CompleteStepDelegate implements JavaDelegate {

    private final ProgrammeSteps steps;

    CompleteStepDelegate(ProgrammeSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StepCodes codes = new StepCodes(execution);
        steps.changeStatus(codes.stepId(), "completed", "Completed.");
        StepLine line = StepLine.of(codes);
        codes.set("anotherInLine", !line.isEmpty());
        if (!line.isEmpty()) {
            codes.set("stepId", line.first());
            line.withoutFirst().keep(codes);
        }
        codes.tellAll();
    }
}
