package org.throughcare.journey.referral;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Facts;
import org.throughcare.referrals.Referrals;

/** This provider does not take her: declined, silent, or not after all. It is not asked again. */
@Component("noteNotTakenDelegate")
@UsedInModels
class NoteNotTakenDelegate implements JavaDelegate {

    private final Referrals referrals;
    private final Facts facts;

    NoteNotTakenDelegate(Referrals referrals, Facts facts) {
        this.referrals = referrals;
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String answer = String.valueOf(execution.getVariable("answer"));
        boolean silent = "none".equals(answer) || "noAnswer".equals(answer);
        referrals.notTaken(ReferralCodes.id(execution), silent ? "noAnswer" : "declined", reason(execution));
        execution.setVariable("booking", null);
        execution.setVariable("attendance", null);
        execution.setVariable("referralOutcome", null);
    }

    /** What the form said that led here; other forms may hold what another provider said. */
    private String reason(DelegateExecution execution) {
        String asked = "declined".equals(execution.getVariable("answer"))
                ? "declineReason"
                : "providerCannot".equals(execution.getVariable("booking")) ? "bookingReason" : "";
        Map<String, Object> said =
                facts.of((String) execution.getVariable("caseNumber"), (String) execution.getVariable("subject"));
        return String.valueOf(said.getOrDefault(asked, ""));
    }
}
