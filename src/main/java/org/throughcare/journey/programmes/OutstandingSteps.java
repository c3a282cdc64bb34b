package org.throughcare.journey.programmes;

import org.springframework.stereotype.Component;
import org.throughcare.casefile.ProgrammeSteps;

/** Steps that custody ended before they were done: the handover names them as outstanding (domain rule 8). */
@Component
public class OutstandingSteps {

    private final ProgrammeSteps steps;

    OutstandingSteps(ProgrammeSteps steps) {
        this.steps = steps;
    }

    /** Marks every step of that case that has not ended as outstanding; said twice, the second time changes nothing. */
    public void mark(String caseNumber) {
        steps.of(caseNumber).stream()
                .filter(step -> !step.isEnded())
                .forEach(step -> steps.changeStatus(
                        step.id(), "outstanding", "Her time in custody ended before it was completed."));
    }
}
