package org.throughcare.journey.referral;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Facts;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;

/** Her answer on this referral goes into the register of consents. */
@Component("recordReferralConsentDelegate")
@UsedInModels
class RecordReferralConsentDelegate implements JavaDelegate {

    private final Referrals referrals;
    private final Consents consents;
    private final Facts facts;

    RecordReferralConsentDelegate(Referrals referrals, Consents consents, Facts facts) {
        this.referrals = referrals;
        this.consents = consents;
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Referral referral = referrals.get(ReferralCodes.id(execution));
        Map<String, Object> said = facts.of(referral.caseNumber(), referral.subject());
        String how = (String) said.get("referralConsentHow");
        if (!"given".equals(said.get("referralConsent"))) {
            consents.refuse(referral.caseNumber(), referral.providerId(), referral.kind(), how);
            return;
        }
        Optional<LocalDate> until =
                Optional.ofNullable((String) said.get("referralConsentUntil")).map(LocalDate::parse);
        for (ConsentKind kind : EnumSet.of(ConsentKind.IDENTITY, referral.kind())) {
            consents.give(referral.caseNumber(), referral.providerId(), kind, until, how);
        }
    }
}
