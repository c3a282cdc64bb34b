package org.throughcare.journey.referral;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.referrals.Referrals;

/** Closes the loop, or sends it to the next provider when this one cannot take her after all. */
@Component("settleReferralDelegate")
@UsedInModels
class SettleReferralDelegate implements JavaDelegate {

    private final Referrals referrals;

    SettleReferralDelegate(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String result = result(execution);
        execution.setVariable("referralResult", result);
        if ("noLongerWanted".equals(result)) {
            referrals.close(ReferralCodes.id(execution), Referrals.NO_LONGER_WANTED);
        } else if ("outcome".equals(result)) {
            referrals.close(ReferralCodes.id(execution), outcome(execution));
        }
    }

    private static String result(DelegateExecution execution) {
        boolean unwanted = "noLongerWanted".equals(execution.getVariable("booking"))
                || "noLongerWanted".equals(execution.getVariable("attendance"));
        boolean elsewhere = "providerCannot".equals(execution.getVariable("booking"))
                || "anotherProvider".equals(execution.getVariable("referralOutcome"));
        return unwanted ? "noLongerWanted" : elsewhere ? "nextProvider" : "outcome";
    }

    private static String outcome(DelegateExecution execution) {
        return "goesOn".equals(execution.getVariable("referralOutcome")) ? Referrals.GOES_ON : Referrals.DONE;
    }
}
