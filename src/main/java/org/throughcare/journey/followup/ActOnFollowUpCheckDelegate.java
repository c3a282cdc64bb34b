package org.throughcare.journey.followup;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Facts;

/** After a check: raises an urgent concern where she is in danger and has the contact plan decided anew. */
@Component("actOnFollowUpCheckDelegate")
@UsedInModels
class ActOnFollowUpCheckDelegate implements JavaDelegate {

    private final Facts facts;
    private final FollowUpConcerns concerns;
    private final ContactPlan plan;

    ActOnFollowUpCheckDelegate(Facts facts, FollowUpConcerns concerns, ContactPlan plan) {
        this.facts = facts;
        this.concerns = concerns;
        this.plan = plan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        facts.text(caseNumber, "checkWorry").ifPresent(danger -> concerns.raise(caseNumber, danger));
        plan.lookAgain(caseNumber);
    }
}
