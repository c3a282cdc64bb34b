package org.throughcare.decisions.workbench;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.throughcare.access.StaffGroups;
import org.throughcare.access.UsedInModels;

/** A table's change is decided by analysts, who have the task by its service level, or by managers. */
@Component("tableApprovers")
@UsedInModels
class TableApprovers implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.addCandidateGroup(StaffGroups.MANAGER);
    }
}
