package org.throughcare.journey;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Contacts;

/** The case ends in its named way, and what still runs for her ends with it (domain rule 14). */
@Component("closeCaseDelegate")
@UsedInModels
class CloseCaseDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseMessages messages;
    private final Contacts contacts;

    CloseCaseDelegate(CaseFiles cases, CaseMessages messages, Contacts contacts) {
        this.cases = cases;
        this.messages = messages;
        this.contacts = contacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        Object reason = execution.getVariable("closingReason");
        cases.close(caseNumber, reason == null ? "closedByStaff" : reason.toString());
        contacts.cancelDue(caseNumber);
        messages.send("ReferralStopped", caseNumber, Map.of());
        messages.stop(caseNumber, "urgentResponse", "caseClosed");
    }
}
