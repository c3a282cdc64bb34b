package org.throughcare.journey.casemanagement;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.caseload.Supervision;

/** Notes that supervision ended because the case manager is no longer active. */
@Component("closeSupervisionDelegate")
@UsedInModels
class CloseSupervisionDelegate implements JavaDelegate {

    private final Supervision supervision;

    CloseSupervisionDelegate(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public void execute(DelegateExecution execution) {
        supervision.noteEnded((String) execution.getVariable("supervisedPerson"));
    }
}
