package org.throughcare.journey.urgent;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.UrgentFlags;

/**
 * Keeps what came of an urgent concern. Resolved, not confirmed and taken over outside close the flag; a care plan
 * keeps it in sight; another team here keeps it open.
 */
@Component("recordUrgentOutcomeDelegate")
@UsedInModels
class RecordUrgentOutcomeDelegate implements JavaDelegate {

    private final UrgentFlags flags;

    RecordUrgentOutcomeDelegate(UrgentFlags flags) {
        this.flags = flags;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long flagId = (long) execution.getVariable("flagId");
        String outcome = (String) execution.getVariable("urgentOutcome");
        switch (outcome) {
            case "carePlan" -> flags.keptInCarePlan(flagId);
            case "passedOnInside" -> {} // the next step says to whom
            default -> flags.answered(flagId, outcome);
        }
    }
}
