package org.throughcare.journey.assessment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.time.WorkingCalendar;

/** Looks whether a next visit is agreed with her wherever her assessment is open; sets {@code visitAgreed}. */
@Component("checkVisitsAgreedDelegate")
@UsedInModels
class CheckVisitsAgreedDelegate implements JavaDelegate {

    private final OpenConversations conversations;
    private final WorkingCalendar calendar;

    CheckVisitsAgreedDelegate(OpenConversations conversations, WorkingCalendar calendar) {
        this.conversations = conversations;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        String site = (String) execution.getVariable("site");
        execution.setVariable("visitAgreed", conversations.haveVisitAgreed(caseNumber, calendar.today(site)));
    }
}
