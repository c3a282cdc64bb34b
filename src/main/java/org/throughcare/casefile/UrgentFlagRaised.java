package org.throughcare.casefile;

/** An urgent flag was raised on that case. Published in the transaction that writes it. */
public record UrgentFlagRaised(String caseNumber) {}
