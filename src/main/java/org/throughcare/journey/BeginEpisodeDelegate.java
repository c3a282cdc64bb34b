package org.throughcare.journey;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Contacts;

/** She is in custody again: the phases begin anew in the same case. */
@Component("beginEpisodeDelegate")
@UsedInModels
class BeginEpisodeDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseMessages messages;
    private final Contacts contacts;

    BeginEpisodeDelegate(CaseFiles cases, CaseMessages messages, Contacts contacts) {
        this.cases = cases;
        this.messages = messages;
        this.contacts = contacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        contacts.cancelDue(caseNumber);
        execution.setVariables(Map.of(
                "admissionDone", false,
                "assessmentDone", false,
                "caseManagementBegun", false,
                "handoverBegun", false,
                "sameDay", false));
        messages.setCodes(caseNumber, CaseMessages.standardCodes(cases.get(caseNumber)));
    }
}
