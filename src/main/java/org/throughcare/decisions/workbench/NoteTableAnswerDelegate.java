package org.throughcare.decisions.workbench;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.decisions.workbench.Proposal.State;

/** Keeps whether the other person agreed. */
@Component("noteTableAnswerDelegate")
@UsedInModels
class NoteTableAnswerDelegate implements JavaDelegate {

    private final TableChanges changes;

    NoteTableAnswerDelegate(TableChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long proposal = ((Number) execution.getVariable(TableChanges.PROPOSAL)).longValue();
        boolean approved = "approve".equals(execution.getVariable("tableAnswer"));
        changes.become(proposal, approved ? State.approved : State.sentBack);
    }
}
