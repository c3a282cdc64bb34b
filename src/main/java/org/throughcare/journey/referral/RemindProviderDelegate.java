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

    RemindProviderDelegate(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        referrals.reminded(ReferralCodes.id(execution));
    }
}
