package org.throughcare.journey.referral;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.referrals.Referrals;

/** The first appointment has a date. */
@Component("noteAppointmentDelegate")
@UsedInModels
class NoteAppointmentDelegate implements JavaDelegate {

    private final Referrals referrals;

    NoteAppointmentDelegate(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate day = LocalDate.parse((String) execution.getVariable("appointmentDate"));
        referrals.booked(ReferralCodes.id(execution), day);
    }
}
