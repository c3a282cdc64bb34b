package org.throughcare.journey.referral;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;

/** She withdrew her consent: the referral stops where it is, and a provider that has it is told to stop using it (domain
 * rule 9). */
@Component("withdrawReferralDelegate")
@UsedInModels
class WithdrawReferralDelegate implements JavaDelegate {

    private final Referrals referrals;
    private final ReferralMessages messages;

    WithdrawReferralDelegate(Referrals referrals, ReferralMessages messages) {
        this.referrals = referrals;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Referral referral = referrals.get(ReferralCodes.id(execution));
        String provider = (String) execution.getVariable("providerId");
        boolean sent = referrals.stop(referral.id(), provider);
        execution.setVariable("referralSent", sent);
        if (sent) {
            messages.askToStop(referral, provider);
        }
    }
}
