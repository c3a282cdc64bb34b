package org.throughcare.journey.referral;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.referrals.Referrals;

/** Whether she kept the appointment. It never feeds enforcement (domain rule 13). */
@Component("noteAttendanceDelegate")
@UsedInModels
class NoteAttendanceDelegate implements JavaDelegate {

    private final Referrals referrals;

    NoteAttendanceDelegate(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        referrals.attended(ReferralCodes.id(execution), (String) execution.getVariable("attendance"));
    }
}
