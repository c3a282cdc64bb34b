package org.throughcare.journey.casemanagement;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Facts;
import org.throughcare.caseload.Caseload;

/** Gives her to the case manager whom the supervisor chose over the limit, with the reason. */
@Component("assignOverLimitDelegate")
@UsedInModels
class AssignOverLimitDelegate implements JavaDelegate {

    private final Caseload caseload;
    private final Facts facts;

    AssignOverLimitDelegate(Caseload caseload, Facts facts) {
        this.caseload = caseload;
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        String chosen = (String) execution.getVariable("chosenCaseManager");
        caseload.assignOverLimit(
                caseNumber, chosen, facts.text(caseNumber, "overLimitReason").orElseThrow());
        execution.setVariable("caseManager", chosen);
    }
}
