package org.throughcare.decisions.workbench;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;

/** After an emergency that another person did not agree to: the version before it is live again. */
@Component("takeTableBackDelegate")
@UsedInModels
class TakeTableBackDelegate implements JavaDelegate {

    private final TableChanges changes;

    TakeTableBackDelegate(TableChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.takeBack(((Number) execution.getVariable(TableChanges.PROPOSAL)).longValue());
    }
}
