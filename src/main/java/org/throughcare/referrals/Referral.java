package org.throughcare.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.throughcare.words.Words;

/**
 * One service that a woman is referred to.
 *
 * @param service code of the table {@code referrals}
 * @param phase custody, preRelease, release or followUp, in which it was decided
 * @param timing now, preRelease or onRelease
 * @param ownerRole role stem that sees it through
 * @param urgency urgent, soon or routine
 * @param reason why, as the table says
 * @param status a code of {@link Referrals}
 * @param providerId null until a provider is chosen
 * @param providerName null until a provider is chosen
 * @param processInstance null until it is opened
 * @param appointmentDate first appointment, a day at her site; null until it is booked
 * @param closedAt null while it is planned or open
 */
public record Referral(
        long id,
        String caseNumber,
        String service,
        String phase,
        String timing,
        String ownerRole,
        String urgency,
        String reason,
        String status,
        String providerId,
        String providerName,
        String processInstance,
        LocalDate appointmentDate,
        Instant openedAt,
        Instant closedAt) {

    private static final Set<String> WITH_PROVIDER = Set.of(
            Referrals.SENT,
            Referrals.RECEIVED,
            Referrals.ACCEPTED,
            Referrals.BOOKED,
            Referrals.KEPT,
            Referrals.MISSED,
            Referrals.GOES_ON);

    /** The scope of its facts. */
    public String subject() {
        return "referral:" + id;
    }

    /** The provider that it goes to. */
    public Optional<String> providerIfChosen() {
        return Optional.ofNullable(providerId);
    }

    /** Whether somebody works on it. */
    public boolean isOpen() {
        return closedAt == null && !Referrals.PLANNED.equals(status);
    }

    /** Whether it was sent and its provider has to do with it now. */
    public boolean isWithProvider() {
        return WITH_PROVIDER.contains(status);
    }

    /** Whether that provider is asked, has to do with it, or has the service going on with her. */
    public boolean goesOnWith(String provider) {
        return (isOpen() || Referrals.GOES_ON.equals(status)) && provider.equals(providerId);
    }

    /** Whether its provider has been asked and has not answered. */
    public boolean awaitsAnswer() {
        return Referrals.SENT.equals(status) || Referrals.RECEIVED.equals(status);
    }

    /** What its provider must know. */
    public ConsentKind kind() {
        return ConsentKind.forService(service);
    }

    /** The service in words, as in "drug treatment". */
    public String serviceName() {
        return Words.of("service", service);
    }
}
