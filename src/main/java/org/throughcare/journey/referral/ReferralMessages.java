package org.throughcare.journey.referral;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.messages.LastCheck;
import org.throughcare.messages.Line;
import org.throughcare.messages.NewMessage;
import org.throughcare.messages.News;
import org.throughcare.messages.Outbox;
import org.throughcare.messages.Recipient;
import org.throughcare.messages.Template;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;
import org.throughcare.referrals.TrustedProviders;

/**
 * Tells a provider that signs in here that a referral waits for it: a reference and a link, at the address in the table
 * {@code trustedProviders}. Her consent is asked for again at each try, so that a message which waits for the mail server
 * does not outlive it (domain rule 9). A provider without an account is told by people.
 */
@Component
class ReferralMessages implements LastCheck {

    private final Outbox outbox;
    private final TrustedProviders providers;
    private final Referrals referrals;
    private final Consents consents;
    private final Clock clock;

    ReferralMessages(Outbox outbox, TrustedProviders providers, Referrals referrals, Consents consents, Clock clock) {
        this.outbox = outbox;
        this.providers = providers;
        this.referrals = referrals;
        this.consents = consents;
        this.clock = clock;
    }

    /** In the transaction of the step that sends it, or reminds of it, to a provider that signs in here. */
    void tell(Referral referral) {
        put(Template.referral, News.referralWaits, referral, referral.providerId());
    }

    /**
     * Asks a provider that has had the referral to stop using it; also one without an account, and though her consent is
     * gone: nothing about her is told.
     */
    void askToStop(Referral referral, String providerId) {
        put(Template.stop, News.referralTakenBack, referral, providerId);
    }

    private void put(Template template, News news, Referral referral, String providerId) {
        providers
                .mailAddressOf(referral.caseNumber(), referral.service(), providerId)
                .ifPresent(address -> outbox.put(new NewMessage(
                        template,
                        Recipient.provider(providerId, address),
                        Line.aboutReferral(news, referral.caseNumber(), referral.id()))));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayTell(Recipient recipient, Line line) {
        if (line.news() != News.referralWaits) {
            return true;
        }
        return line.caseNumber().stream()
                .flatMap(caseNumber -> referrals.of(caseNumber).stream())
                .filter(referral -> Line.aboutReferral(line.news(), referral.caseNumber(), referral.id())
                        .reference()
                        .equals(line.reference()))
                .anyMatch(referral -> referral.awaitsAnswer()
                        && recipient
                                .providerId()
                                .filter(referral.providerId()::equals)
                                .isPresent()
                        && consents.allow(referral, clock.instant()));
    }
}
