package org.throughcare.referrals;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughcare.access.InformationKind;
import org.throughcare.access.ProviderConsents;

/** A provider may read what she agreed to share with it, while a referral to it goes on (domain rules 9 and 10). */
@Component
class ConsentsOfProviders implements ProviderConsents {

    private final Referrals referrals;
    private final Consents consents;

    ConsentsOfProviders(Referrals referrals, Consents consents) {
        this.referrals = referrals;
        this.consents = consents;
    }

    @Override
    public Set<InformationKind> open(String caseNumber, String providerId) {
        boolean referred = referrals.of(caseNumber).stream()
                .anyMatch(referral -> providerId.equals(referral.providerId()) && referral.isWithProvider());
        return referred
                ? ConsentKind.opened(consents.inForceNow(caseNumber).stream()
                        .filter(consent -> consent.recipient().equals(providerId))
                        .map(consent -> ConsentKind.of(consent.kind()))
                        .collect(Collectors.toSet()))
                : Set.of();
    }
}
