package org.throughcare.referrals;

import java.time.Instant;

/**
 * One provider that a referral went to, or was meant for.
 *
 * @param sentAt null when it was not sent
 * @param answer none, accepted, declined or noAnswer
 * @param reason why it does not take her; empty when it gave none
 * @param stopAskedAt null unless she took her consent back after it was sent, and the provider was asked to stop
 */
public record Attempt(
        long referralId,
        String providerId,
        String providerName,
        Instant sentAt,
        String answer,
        String reason,
        Instant stopAskedAt) {

    /** Whether that provider has what was sent, and was not asked to stop using it. */
    boolean isHeldBy(String provider) {
        return providerId.equals(provider) && sentAt != null && stopAskedAt == null;
    }
}
