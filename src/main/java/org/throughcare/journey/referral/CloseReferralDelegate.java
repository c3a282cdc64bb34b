package org.throughcare.journey.referral;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.referrals.Referrals;

/** The case is closed, and the referral ends with it. */
@Component("closeReferralDelegate")
@UsedInModels
class CloseReferralDelegate implements JavaDelegate {

    private final Referrals referrals;

    CloseReferralDelegate(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        referrals.close(ReferralCodes.id(execution), Referrals.CLOSED_WITH_CASE);
    }
}
