package org.throughcare.referrals;

import java.time.Instant;

/**
 * One provider that a referral went to, or was meant for.
 *
 * @param sentAt null when it was not sent
 * @param answer none, accepted, declined or noAnswer
 */
public record Attempt(long referralId, String providerId, String providerName, Instant sentAt, String answer) {}
