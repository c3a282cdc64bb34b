package org.throughcare.journey;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;

/** The admission is done in this episode, unless release cut it short. */
@Component("rememberAdmissionDelegate")
@UsedInModels
class RememberAdmissionDelegate implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        if (!execution.isCanceled()) {
            execution.getProcessInstance().setVariable("admissionDone", true);
        }
    }
}
