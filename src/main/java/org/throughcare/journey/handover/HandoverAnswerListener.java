package org.throughcare.journey.handover;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Facts;
import org.throughcare.referrals.Handovers;

/** What the community team does with a handover: taking the task says that it has arrived, completing it is the answer. */
@Component("handoverAnswerListener")
@UsedInModels
class HandoverAnswerListener implements TaskListener {

    private final Handovers handovers;
    private final Facts facts;

    HandoverAnswerListener(Handovers handovers, Facts facts) {
        this.handovers = handovers;
        this.facts = facts;
    }

    @Override
    public void notify(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        if (EVENTNAME_ASSIGNMENT.equals(task.getEventName())) {
            if (task.getAssignee() != null) {
                handovers.received(caseNumber);
            }
        } else if ("accepted".equals(task.getVariable("handoverAnswer"))) {
            handovers.accepted(caseNumber, said(caseNumber, "handoverAcceptedBy"));
        } else {
            handovers.declined(caseNumber, said(caseNumber, "handoverDeclineReason"));
        }
    }

    private String said(String caseNumber, String key) {
        return facts.text(caseNumber, key).orElse("");
    }
}
