package org.throughcare.referrals;

import org.springframework.stereotype.Component;
import org.throughcare.words.Words;

/** The names of those who may be told something about a woman. */
@Component
public class Recipients {

    private final Referrals referrals;

    Recipients(Referrals referrals) {
        this.referrals = referrals;
    }

    /** What people call that recipient of consent: a provider's name, or the code in words. */
    public String nameOf(String caseNumber, String recipient) {
        return referrals.of(caseNumber).stream()
                .flatMap(referral -> referrals.attempts(referral.id()).stream())
                .filter(attempt -> recipient.equals(attempt.providerId()))
                .map(Attempt::providerName)
                .findFirst()
                .orElse(Words.of("recipient", recipient));
    }
}
