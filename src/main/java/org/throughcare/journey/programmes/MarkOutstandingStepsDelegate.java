package org.throughcare.journey.programmes;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;

/** When programme sequencing ends for whatever reason, what is not done stays visible as outstanding. */
@Component("markOutstandingStepsDelegate")
@UsedInModels
class MarkOutstandingStepsDelegate implements ExecutionListener {

    private final OutstandingSteps outstanding;

    MarkOutstandingStepsDelegate(OutstandingSteps outstanding) {
        this.outstanding = outstanding;
    }

    @Override
    public void notify(DelegateExecution execution) {
        outstanding.mark((String) execution.getVariable("caseNumber"));
    }
}
