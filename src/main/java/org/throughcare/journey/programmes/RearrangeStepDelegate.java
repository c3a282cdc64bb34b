package org.throughcare.journey.programmes;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.NewStep;
import org.throughcare.casefile.ProgrammeStep;
import org.throughcare.casefile.ProgrammeSteps;
import org.throughcare.words.Words;

/**
 * Does what was talked over with her: offers the step again, puts individual work before it, or replaces it. What waited
 * for a replaced step waits for the new one; a group programme that comes in waits for individual work that is still
 * open (study 001, Tina).
 */
@Component("rearrangeStepDelegate")
@UsedInModels
class RearrangeStepDelegate implements JavaDelegate {

    private final ProgrammeSteps steps;
    private final Deliveries deliveries;
    private final StepGate gate;

    RearrangeStepDelegate(ProgrammeSteps steps, Deliveries deliveries, StepGate gate) {
        this.steps = steps;
        this.deliveries = deliveries;
        this.gate = gate;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StepCodes codes = new StepCodes(execution);
        ProgrammeStep step = steps.get(codes.stepId());
        switch (codes.text("whatNext")) {
            case "preWorkFirst" -> putBefore(codes, step, codes.text("preWorkActivity"));
            case "replace" -> replace(codes, step, codes.text("replacementActivity"));
            default -> steps.changeStatus(step.id(), "waiting", "It is offered to her again.");
        }
        codes.set("anotherInLine", true);
        codes.tellAll();
    }

    private void putBefore(StepCodes codes, ProgrammeStep step, String activity) {
        boolean wasShut = gate.isShut(step.id());
        long individual = plan(step, activity, null, "Individual work before " + Words.spoken(step.activity()) + ".");
        if (wasShut) {
            gate.earlierWork(step).ifPresent(earlier -> {
                if (earlier.id() != individual) {
                    gate.replace(earlier, individual);
                }
            });
        }
        steps.changeStatus(step.id(), "waiting", "Individual work comes first.");
        StepLine.of(codes).withFirst(step.id()).keep(codes);
        codes.set("stepId", String.valueOf(individual));
    }

    private void replace(StepCodes codes, ProgrammeStep step, String activity) {
        String mustComeFirst = deliveries.of(activity).isGroupProgramme()
                ? gate.openIndividualWork(step.caseNumber())
                        .filter(work -> !work.equals(step.activity()))
                        .orElse(step.gate())
                : null;
        long instead = plan(step, activity, mustComeFirst, "Instead of " + Words.spoken(step.activity()) + ".");
        steps.changeStatus(step.id(), ClosedSteps.statusOf(step), "Replaced by " + Words.spoken(activity) + ".");
        gate.replace(step, instead);
        codes.set("stepId", String.valueOf(instead));
    }

    private long plan(ProgrammeStep like, String activity, String mustComeFirst, String reason) {
        String kind = deliveries.of(activity).kind();
        steps.plan(like.caseNumber(), List.of(new NewStep(like.step(), activity, kind, mustComeFirst, reason)));
        return steps.of(like.caseNumber()).stream()
                .mapToLong(ProgrammeStep::id)
                .max()
                .orElseThrow();
    }
}
