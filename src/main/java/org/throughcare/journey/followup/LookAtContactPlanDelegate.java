package org.throughcare.journey.followup;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;

/** Has the contact plan decided anew after somebody noted a contact. */
@Component("lookAtContactPlanDelegate")
@UsedInModels
class LookAtContactPlanDelegate implements JavaDelegate {

    private final ContactPlan plan;

    LookAtContactPlanDelegate(ContactPlan plan) {
        this.plan = plan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plan.lookAgain((String) execution.getVariable("caseNumber"));
    }
}
