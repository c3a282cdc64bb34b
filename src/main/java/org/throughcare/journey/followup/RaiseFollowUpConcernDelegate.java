package org.throughcare.journey.followup;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Facts;

/** Raises the urgent concern that was seen in a contact. */
@Component("raiseFollowUpConcernDelegate")
@UsedInModels
class RaiseFollowUpConcernDelegate implements JavaDelegate {

    private final Facts facts;
    private final FollowUpConcerns concerns;

    RaiseFollowUpConcernDelegate(Facts facts, FollowUpConcerns concerns) {
        this.facts = facts;
        this.concerns = concerns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        facts.text(caseNumber, "contactWorry").ifPresent(danger -> concerns.raise(caseNumber, danger));
    }
}
