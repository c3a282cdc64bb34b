package org.throughcare.journey.referral;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Facts;
import org.throughcare.referrals.Attempt;
import org.throughcare.referrals.Proposal;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;
import org.throughcare.referrals.TrustedProviders;

/** Proposes the next trusted provider, with the reason, to the person who owns the referral. */
@Component("proposeProviderDelegate")
@UsedInModels
class ProposeProviderDelegate implements JavaDelegate {

    private final Referrals referrals;
    private final TrustedProviders providers;
    private final Facts facts;

    ProposeProviderDelegate(Referrals referrals, TrustedProviders providers, Facts facts) {
        this.referrals = referrals;
        this.providers = providers;
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Referral referral = referrals.get(ReferralCodes.id(execution));
        List<String> asked = referrals.attempts(referral.id()).stream()
                .map(Attempt::providerId)
                .toList();
        Optional<Proposal> proposal = providers.next(referral.caseNumber(), referral.service(), asked);
        execution.setVariable("providerFound", proposal.isPresent());
        execution.setVariable(
                "proposedProviderId", proposal.map(next -> next.provider().id()).orElse(null));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("serviceName", referral.serviceName());
        shown.put("referralReason", referral.reason());
        shown.put(
                "proposedProvider", proposal.map(next -> next.provider().name()).orElse(null));
        shown.put("proposalReason", proposal.map(Proposal::reason).orElse(null));
        shown.put("providerId", proposal.map(next -> next.provider().id()).orElse(null));
        facts.put(referral.caseNumber(), referral.subject(), shown, "proposeProvider");
    }
}
