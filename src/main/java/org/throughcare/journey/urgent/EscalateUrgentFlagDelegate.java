package org.throughcare.journey.urgent;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.UrgentFlags;

/** The deadline of an urgent flag has passed: the flag is marked, and the supervisor is told next (domain rule 2). */
@Component("escalateUrgentFlagDelegate")
@UsedInModels
class EscalateUrgentFlagDelegate implements JavaDelegate {

    private final UrgentFlags flags;

    EscalateUrgentFlagDelegate(UrgentFlags flags) {
        this.flags = flags;
    }

    @Override
    public void execute(DelegateExecution execution) {
        flags.escalated((long) execution.getVariable("flagId"));
    }
}
