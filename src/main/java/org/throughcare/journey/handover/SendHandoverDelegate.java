package org.throughcare.journey.handover;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.Handovers;

/** Sends the handover to the community team if, at this very moment, her consent is in force (004; domain rule 9). */
@Component("sendHandoverDelegate")
@UsedInModels
class SendHandoverDelegate implements JavaDelegate {

    private final Consents consents;
    private final Handovers handovers;
    private final HandoverMessages messages;
    private final Clock clock;

    SendHandoverDelegate(Consents consents, Handovers handovers, HandoverMessages messages, Clock clock) {
        this.consents = consents;
        this.handovers = handovers;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        boolean allowed =
                consents.inForce(caseNumber, Consents.COMMUNITY_TEAM, ConsentKind.RELEASE_PLAN, clock.instant());
        execution.setVariable("handoverSent", allowed);
        if (allowed) {
            handovers.sent(caseNumber);
            messages.tell(caseNumber);
        } else {
            handovers.notSent(caseNumber, "Her consent is not in force, so nothing went to the community team.");
        }
    }
}
