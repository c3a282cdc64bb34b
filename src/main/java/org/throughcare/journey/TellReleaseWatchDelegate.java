package org.throughcare.journey;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;

/** The assessment is done: the release watch works out the lead time again, with what is known now. */
@Component("tellReleaseWatchDelegate")
@UsedInModels
class TellReleaseWatchDelegate implements JavaDelegate {

    private final CaseMessages messages;

    TellReleaseWatchDelegate(CaseMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("assessmentDone", true);
        messages.send("NeedsAssessed", execution.getProcessBusinessKey(), Map.of());
    }
}
