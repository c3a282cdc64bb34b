package org.throughcare.journey.releaseday;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.journey.urgent.UrgentConcerns;

/** She has no safe place to sleep tonight: an urgent concern (domain rule 11). */
@Component("raiseNoSafePlaceDelegate")
@UsedInModels
class RaiseNoSafePlaceDelegate implements JavaDelegate {

    private final UrgentConcerns concerns;

    RaiseNoSafePlaceDelegate(UrgentConcerns concerns) {
        this.concerns = concerns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        concerns.raise(
                (String) execution.getVariable("caseNumber"),
                "noSafeAddress",
                "immediate",
                null,
                null,
                "No safe place to sleep on the night of her release.");
    }
}
