package org.throughcare.journey.casemanagement;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;

/** Makes a need that came up in the weekly meeting part of her needs and of her plan. */
@Component("recordNewNeedDelegate")
@UsedInModels
class RecordNewNeedDelegate implements JavaDelegate {

    private final NewNeeds newNeeds;

    RecordNewNeedDelegate(NewNeeds newNeeds) {
        this.newNeeds = newNeeds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        newNeeds.record((String) execution.getVariable("caseNumber"));
        execution.setVariable("phase", PreRelease.PHASE);
    }
}
