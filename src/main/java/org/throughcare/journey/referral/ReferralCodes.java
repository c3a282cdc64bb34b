package org.throughcare.journey.referral;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.ReferralTimes;

/** The process variables of a referral. */
final class ReferralCodes {

    private ReferralCodes() {}

    static long id(VariableScope scope) {
        return ((Number) scope.getVariable("referralId")).longValue();
    }

    static Map<String, Object> of(Referral referral, ReferralTimes.Steps times) {
        Map<String, Object> codes = new LinkedHashMap<>();
        codes.put("referralId", referral.id());
        codes.put("service", referral.service());
        codes.put("ownerRole", referral.ownerRole());
        codes.put("urgency", referral.urgency());
        codes.put("severity", referral.urgency());
        codes.put("subject", referral.subject());
        codes.put("referralSent", false);
        codes.put("answer", "none");
        codes.put("stepWithin", times.step());
        codes.put("answerWithin", times.answer());
        codes.put("remindAfter", times.remindAfter().toString());
        codes.put("chaseAfter", times.chaseAfter().toString());
        codes.put("giveUpAfter", times.giveUpAfter().toString());
        return codes;
    }
}
