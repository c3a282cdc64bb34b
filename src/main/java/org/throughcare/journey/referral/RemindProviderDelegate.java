package org.throughcare.journey.referral;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.referrals.Referrals;

/** A silent provider is reminded. */
@Component("remindProviderDelegate")
@UsedInModels
class RemindProviderDelegate implements JavaDelegate {

    private final Referrals referrals;
    private final ReferralMessages messages;

    RemindProviderDelegate(Referrals referrals, ReferralMessages messages) {
        this.referrals = referrals;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long referral = ReferralCodes.id(execution);
        referrals.reminded(referral);
        if (Boolean.TRUE.equals(execution.getVariable("providerHasAccount"))) {
            messages.tell(referrals.get(referral));
        }
    }
}
