package org.throughcare.journey.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Contact;
import org.throughcare.casefile.Contacts;

/** Plans the next contact: what the table says after the last contact, or the day that she chose herself. */
@Component("planNextContactDelegate")
@UsedInModels
class PlanNextContactDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final Contacts contacts;
    private final FollowUpContacts made;
    private final FollowUpClock dates;

    PlanNextContactDelegate(CaseFiles cases, Contacts contacts, FollowUpContacts made, FollowUpClock dates) {
        this.cases = cases;
        this.contacts = contacts;
        this.made = made;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = cases.get((String) execution.getVariable("caseNumber"));
        String channel = (String) execution.getVariable("channel");
        Instant due = due(execution, file);
        execution.setVariable("nextContactAt", Date.from(due));
        execution.setVariable("contactId", keep((Long) execution.getVariable("contactId"), file, channel, due));
    }

    private Instant due(DelegateExecution execution, CaseFile file) {
        if ("putOff".equals(execution.getVariable("contactOutcome"))) {
            return dates.chosenContact(file, LocalDate.parse((String) execution.getVariable("contactRescheduledTo")));
        }
        LocalDate last = made.lastPlannedDay(file).orElseGet(() -> dates.releaseDay(file));
        return dates.nextContact(file, last, (String) execution.getVariable("every"));
    }

    /** A contact that is still due moves; otherwise a new one is due. */
    private long keep(Long contactId, CaseFile file, String channel, Instant due) {
        if (contactId != null) {
            Contact planned = contacts.get(contactId);
            if ("due".equals(planned.outcome())) {
                contacts.move(contactId, channel, due);
                return contactId;
            }
        }
        return contacts.schedule(file.caseNumber(), FollowUpContacts.KIND, channel, due);
    }
}
