package org.throughcare.journey;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;

/** The handover has begun; the release watch starts it again only when the date moves far away. */
@Component("rememberHandoverDelegate")
@UsedInModels
class RememberHandoverDelegate implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        execution.getProcessInstance().setVariable("handoverBegun", true);
    }
}
