package org.throughcare.journey.urgent;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;

/**
 * Starts an urgent response for the message UrgentConcernRaised. Reads the codes flag, severity, role and
 * respondWithin, each of which may be absent, and takes them away: they belong to this concern, and the next one, or a
 * task of the journey, must not inherit them.
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
        String flag = take(execution, "flag");
        concerns.raise(
                (String) execution.getVariable("caseNumber"),
                flag == null ? "other" : flag,
                take(execution, "severity"),
                take(execution, "role"),
                take(execution, "respondWithin"),
                NO_REASON);
    }

    private static String take(DelegateExecution execution, String code) {
        String value = (String) execution.getVariable(code);
        execution.removeVariable(code);
        return value;
    }
}
