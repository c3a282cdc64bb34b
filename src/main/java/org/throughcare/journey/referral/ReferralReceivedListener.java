package org.throughcare.journey.referral;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.referrals.Referrals;

/** Somebody at the provider has taken the task to answer: the referral has arrived. */
@Component("referralReceivedListener")
@UsedInModels
class ReferralReceivedListener implements TaskListener {

    private final Referrals referrals;

    ReferralReceivedListener(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getAssignee() != null) {
            referrals.received(ReferralCodes.id(task));
        }
    }
}
