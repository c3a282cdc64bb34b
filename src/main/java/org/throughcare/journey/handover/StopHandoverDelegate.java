package org.throughcare.journey.handover;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.referrals.Handovers;

/** She withdrew her consent: the handover stops where it is, and a team that has it is told to stop using it (domain rule
 * 9). */
@Component("stopHandoverDelegate")
@UsedInModels
class StopHandoverDelegate implements JavaDelegate {

    private final Handovers handovers;
    private final HandoverMessages messages;

    StopHandoverDelegate(Handovers handovers, HandoverMessages messages) {
        this.handovers = handovers;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        boolean out = handovers.stop(caseNumber);
        execution.setVariable("handoverSent", out);
        if (out) {
            messages.askToStop(caseNumber);
        }
    }
}
