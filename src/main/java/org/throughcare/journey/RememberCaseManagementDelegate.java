package org.throughcare.journey;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;

/** Case management has begun in this stay in custody; the release watch need not start it again. */
@Component("rememberCaseManagementDelegate")
@UsedInModels
class RememberCaseManagementDelegate implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        execution.getProcessInstance().setVariable("caseManagementBegun", true);
    }
}
