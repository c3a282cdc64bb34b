package org.throughcare.journey.programmes;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.ProgrammeStep;
import org.throughcare.casefile.ProgrammeSteps;

/**
 * Gets a step ready whose gate is open: {@code stepDelivery}, {@code stepRole}, {@code reportEvery} and {@code
 * groupWeeks} come from the table {@code programmeDelivery}; days and answers of an earlier attempt are forgotten.
 */
@Component("prepareStepDelegate")
@UsedInModels
class PrepareStepDelegate implements JavaDelegate {

    private static final List<String> OF_AN_EARLIER_ATTEMPT =
            List.of("offerAgainOn", "startDate", "newStartDate", "hasBegun", "visitDate", "askAgainOn", "lookAgainOn");

    private final ProgrammeSteps steps;
    private final Deliveries deliveries;

    PrepareStepDelegate(ProgrammeSteps steps, Deliveries deliveries) {
        this.steps = steps;
        this.deliveries = deliveries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StepCodes codes = new StepCodes(execution);
        ProgrammeStep step = steps.get(codes.stepId());
        Delivery delivery = deliveries.of(step.activity());
        OF_AN_EARLIER_ATTEMPT.forEach(code -> codes.set(code, null));
        codes.set("stepDelivery", delivery.way());
        codes.set("stepRole", delivery.role());
        codes.set("reportEvery", delivery.reportEvery());
        codes.set("groupWeeks", delivery.weeks());
        codes.set("weeksHeld", 0);
        codes.set("stepState", "waiting");
        if (!Delivery.UNDER_WAY.equals(delivery.way())) {
            boolean visits = Delivery.FAMILY_VISITS.equals(delivery.way());
            steps.changeStatus(step.id(), "waiting", visits ? "A visit is to be arranged." : "To be offered to her.");
        }
    }
}
