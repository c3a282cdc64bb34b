package org.throughcare.journey;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;

/** The assessment is done: the release watch works out the lead time again, with what is known now. */
@Component("rememberAssessmentDelegate")
@UsedInModels
class RememberAssessmentDelegate implements ExecutionListener {

    private final CaseMessages messages;

    RememberAssessmentDelegate(CaseMessages messages) {
        this.messages = messages;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (!execution.isCanceled()) {
            execution.getProcessInstance().setVariable("assessmentDone", true);
            messages.send("NeedsAssessed", execution.getProcessBusinessKey(), Map.of());
        }
    }
}
