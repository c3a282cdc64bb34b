package org.throughcare.journey.referral;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Facts;
import org.throughcare.referrals.Provider;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;
import org.throughcare.referrals.TrustedProviders;

/** Notes which provider is asked, or why the referral ends without one. */
@Component("recordProviderChoiceDelegate")
@UsedInModels
class RecordProviderChoiceDelegate implements JavaDelegate {

    private final Referrals referrals;
    private final TrustedProviders providers;
    private final Facts facts;

    RecordProviderChoiceDelegate(Referrals referrals, TrustedProviders providers, Facts facts) {
        this.referrals = referrals;
        this.providers = providers;
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Referral referral = referrals.get(ReferralCodes.id(execution));
        switch (String.valueOf(execution.getVariable("providerDecision"))) {
            case "send" -> choose(execution, referral);
            case "none" -> referrals.close(referral.id(), Referrals.NO_PROVIDER);
            default -> referrals.close(referral.id(), Referrals.NO_LONGER_WANTED);
        }
    }

    private void choose(DelegateExecution execution, Referral referral) {
        Object chosen = execution.getVariable("providerId");
        Provider provider = providers.forService(referral.caseNumber(), referral.service()).stream()
                .filter(trusted -> trusted.id().equals(chosen))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The provider " + chosen
                        + " has no agreement in force for " + referral.service() + ". Choose another."));
        referrals.choose(referral.id(), provider);
        execution.setVariable("referralSent", false);
        facts.put(
                referral.caseNumber(),
                referral.subject(),
                Map.of(
                        "providerName",
                        provider.name(),
                        "consentKindName",
                        referral.kind().label()),
                "recordProviderChoice");
    }
}
