package org.throughcare.journey.followup;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Contacts;
import org.throughcare.casefile.Journal;

/** Ends the follow-up in its named way (domain rule 14): contacts that are still planned are cancelled. */
@Component("endFollowUpDelegate")
@UsedInModels
class EndFollowUpDelegate implements JavaDelegate {

    private final Contacts contacts;
    private final Journal journal;

    EndFollowUpDelegate(Contacts contacts, Journal journal) {
        this.contacts = contacts;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        String reason = (String) execution.getVariable("reason");
        contacts.cancelDue(caseNumber);
        journal.write(caseNumber, "followUpEnded", "Follow-up ended: " + reason + ".", Map.of("closingReason", reason));
        execution.setVariable("closingReason", reason);
    }
}
