package org.throughcare.journey.referral;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.referrals.Referrals;

/** She withdrew her consent: the referral stops where it is (domain rule 9). */
@Component("withdrawReferralDelegate")
@UsedInModels
class WithdrawReferralDelegate implements JavaDelegate {

    private final Referrals referrals;

    WithdrawReferralDelegate(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        referrals.close(ReferralCodes.id(execution), Referrals.WITHDRAWN);
    }
}
