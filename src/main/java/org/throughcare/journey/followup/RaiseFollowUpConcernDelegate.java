package org.throughcare.journey.followup;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;

/** Raises the urgent concern that was seen in a contact. */
@Component("raiseFollowUpConcernDelegate")
@UsedInModels
class RaiseFollowUpConcernDelegate implements JavaDelegate {

    private final FollowUpConcerns concerns;

    RaiseFollowUpConcernDelegate(FollowUpConcerns concerns) {
        this.concerns = concerns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        concerns.raise((String) execution.getVariable("caseNumber"), (String) execution.getVariable("worry"));
    }
}
