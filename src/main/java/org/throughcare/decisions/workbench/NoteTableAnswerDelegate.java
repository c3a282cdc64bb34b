package org.throughcare.decisions.workbench;

import java.time.Instant;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.decisions.workbench.Proposal.State;
import org.throughcare.time.WorkingCalendar;

/** Keeps whether the other person agreed, and the day that she chose instead of the one that was proposed. */
@Component("noteTableAnswerDelegate")
@UsedInModels
class NoteTableAnswerDelegate implements JavaDelegate {

    private final TableChanges changes;
    private final WorkingCalendar calendar;

    NoteTableAnswerDelegate(TableChanges changes, WorkingCalendar calendar) {
        this.changes = changes;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long proposal = ((Number) execution.getVariable(TableChanges.PROPOSAL)).longValue();
        boolean approved = "approve".equals(execution.getVariable("tableAnswer"));
        changes.become(proposal, approved ? State.approved : State.sentBack);
        if (approved && execution.getVariable("tableReleaseDay") instanceof String day) {
            Instant at = calendar.startOfDay(calendar.anySite(), LocalDate.parse(day));
            changes.releaseAt(proposal, at);
            execution.setVariable("tableEffectiveAt", at.toString());
        }
    }
}
