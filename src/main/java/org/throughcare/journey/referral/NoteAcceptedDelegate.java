package org.throughcare.journey.referral;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.referrals.Referrals;

/** A provider takes her. */
@Component("noteAcceptedDelegate")
@UsedInModels
class NoteAcceptedDelegate implements JavaDelegate {

    private final Referrals referrals;

    NoteAcceptedDelegate(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        referrals.accepted(ReferralCodes.id(execution));
    }
}
