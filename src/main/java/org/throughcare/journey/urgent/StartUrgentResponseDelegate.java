package org.throughcare.journey.urgent;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;

/**
 * Starts an urgent response for the message UrgentConcernRaised. Reads the codes flag, severity, role and
 * respondWithin; each may be absent.
 */
@Component("startUrgentResponseDelegate")
@UsedInModels
class StartUrgentResponseDelegate implements JavaDelegate {

    private static final String NO_REASON = "Reported through another system or process; see the journal.";

    private final UrgentConcerns concerns;

    StartUrgentResponseDelegate(UrgentConcerns concerns) {
        this.concerns = concerns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String flag = (String) execution.getVariable("flag");
        concerns.raise(
                (String) execution.getVariable("caseNumber"),
                flag == null ? "other" : flag,
                (String) execution.getVariable("severity"),
                (String) execution.getVariable("role"),
                (String) execution.getVariable("respondWithin"),
                NO_REASON);
    }
}
