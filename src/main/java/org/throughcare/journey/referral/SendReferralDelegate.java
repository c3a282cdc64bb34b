package org.throughcare.journey.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.ReferralRuns;
import org.throughcare.referrals.ReferralTimes;
import org.throughcare.referrals.Referrals;

/** Sends the referral if, at this very moment, her consent for that provider and that kind of information is in force
 * (004; domain rule 9). A refusal of late ends the referral; otherwise she is asked. */
@Component("sendReferralDelegate")
@UsedInModels
class SendReferralDelegate implements JavaDelegate {

    private final Referrals referrals;
    private final Consents consents;
    private final ReferralRuns runs;
    private final ReferralTimes times;
    private final ReferralMessages messages;
    private final Clock clock;

    SendReferralDelegate(
            Referrals referrals,
            Consents consents,
            ReferralRuns runs,
            ReferralTimes times,
            ReferralMessages messages,
            Clock clock) {
        this.referrals = referrals;
        this.consents = consents;
        this.runs = runs;
        this.times = times;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Referral referral = referrals.get(ReferralCodes.id(execution));
        if (consents.allow(referral, clock.instant())) {
            referrals.sent(referral.id());

            execution.setVariable("sending", "sent");
            execution.setVariable("referralSent", true);
            execution.setVariable("answer", "none");
            boolean signsIn = runs.providerHasAccount(referral.providerId());
            execution.setVariable("providerHasAccount", signsIn);
            if (signsIn) {
                messages.tell(referral);
            }
        } else if (isRefused(referral)) {
            referrals.close(referral.id(), Referrals.NOT_SENT);
            execution.setVariable("sending", "refused");
        } else {
            execution.setVariable("sending", "askFirst");
        }
    }

    private boolean isRefused(Referral referral) {
        Instant stands = clock.instant()
                .atZone(ZoneOffset.UTC)
                .minus(times.answerStands())
                .toInstant();
        return saidNo(referral, referral.kind(), stands) || saidNo(referral, ConsentKind.IDENTITY, stands);
    }

    private boolean saidNo(Referral referral, ConsentKind kind, Instant since) {
        return consents.latest(referral.caseNumber(), referral.providerId(), kind)
                .filter(consent -> "refused".equals(consent.answer())
                        && !consent.recordedAt().isBefore(since))
                .isPresent();
    }
}
