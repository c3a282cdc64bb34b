package org.throughcare.journey.casemanagement;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.caseload.Caseload;

/** Gives her a case manager within the limits, or says that nobody has room. */
@Component("assignCaseManagerDelegate")
@UsedInModels
class AssignCaseManagerDelegate implements JavaDelegate {

    private final Caseload caseload;

    AssignCaseManagerDelegate(Caseload caseload) {
        this.caseload = caseload;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        Optional<String> caseManager = caseload.allocate(caseNumber);
        execution.setVariable("placeFound", caseManager.isPresent());
        caseManager.ifPresent(userId -> execution.setVariable("caseManager", userId));
    }
}
