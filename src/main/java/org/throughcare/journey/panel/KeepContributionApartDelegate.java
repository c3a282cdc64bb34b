package org.throughcare.journey.panel;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;

/**
 * Each member's contribution is kept under her role ({@code subject}). A listener, since an input parameter of a
 * multi-instance task does not see the element of its own instance.
 */
@Component("keepContributionApartDelegate")
@UsedInModels
class KeepContributionApartDelegate implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        String role = (String) execution.getVariable("responsibleRole");
        execution.setVariableLocal("subject", PanelContributions.scope(role));
    }
}
