package org.throughcare.referrals;

/** A provider with the reason why it is proposed. */
public record Proposal(Provider provider, String reason) {}
