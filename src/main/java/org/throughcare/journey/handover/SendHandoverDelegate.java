package org.throughcare.journey.handover;

import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Journal;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;

/** Sends the handover to the community team if, at this very moment, her consent is in force (004; domain rule 9). */
@Component("sendHandoverDelegate")
@UsedInModels
class SendHandoverDelegate implements JavaDelegate {

    private final Consents consents;
    private final Journal journal;
    private final Clock clock;

    SendHandoverDelegate(Consents consents, Journal journal, Clock clock) {
        this.consents = consents;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        boolean allowed =
                consents.inForce(caseNumber, Consents.COMMUNITY_TEAM, ConsentKind.RELEASE_PLAN, clock.instant());
        execution.setVariable("handoverSent", allowed);
        journal.write(
                caseNumber,
                allowed ? "handoverSent" : "handoverNotSent",
                allowed
                        ? "The handover went to the community team."
                        : "Her consent is not in force, so nothing went to the community team.",
                Map.of("recipient", Consents.COMMUNITY_TEAM));
    }
}
