package org.throughcare.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One answer about sharing, with its proof.
 *
 * @param recipient {@link Consents#COMMUNITY_TEAM}, a provider's id, or another recipient's code
 * @param kind code of an {@link ConsentKind}
 * @param answer given, refused or withdrawn
 * @param validUntil last day at her site on which a given consent counts; null when no end was agreed
 * @param how inWriting, spoken or withInterpreter; null when it was not said
 */
public record Consent(
        long id,
        String caseNumber,
        String recipient,
        String kind,
        String answer,
        LocalDate validUntil,
        String how,
        String recordedBy,
        Instant recordedAt) {

    /** The last day on which it counts. */
    public Optional<LocalDate> validUntilIfLimited() {
        return Optional.ofNullable(validUntil);
    }

    /** Whether she agreed, and that day lies within what she agreed to. */
    public boolean isGivenOn(LocalDate day) {
        return "given".equals(answer) && (validUntil == null || !day.isAfter(validUntil));
    }
}
