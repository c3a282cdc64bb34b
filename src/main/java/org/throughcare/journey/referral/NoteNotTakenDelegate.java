package org.throughcare.journey.referral;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.referrals.Referrals;

/** This provider does not take her: declined, silent, or not after all. It is not asked again. */
@Component("noteNotTakenDelegate")
@UsedInModels
class NoteNotTakenDelegate implements JavaDelegate {

    private final Referrals referrals;

    NoteNotTakenDelegate(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String answer = String.valueOf(execution.getVariable("answer"));
        boolean silent = "none".equals(answer) || "noAnswer".equals(answer);
        referrals.notTaken(ReferralCodes.id(execution), silent ? "noAnswer" : "declined");
        execution.setVariable("booking", null);
        execution.setVariable("attendance", null);
        execution.setVariable("referralOutcome", null);
    }
}
