package org.throughcare.decisions.workbench;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;

/** Makes the proposed table live, and says whether it is. */
@Component("releaseTableDelegate")
@UsedInModels
class ReleaseTableDelegate implements JavaDelegate {

    private final TableChanges changes;

    ReleaseTableDelegate(TableChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long proposal = ((Number) execution.getVariable(TableChanges.PROPOSAL)).longValue();
        execution.setVariable("tableReleased", changes.release(proposal));
    }
}
