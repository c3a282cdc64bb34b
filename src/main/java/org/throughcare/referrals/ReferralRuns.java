package org.throughcare.referrals;

/** The running processes of referrals and handovers, seen from the record. */
public interface ReferralRuns {

    /** Starts the process of an open referral and returns its instance id. */
    String start(Referral referral);

    /** Tells the process of a referral that her consent is withdrawn. */
    void consentWithdrawn(Referral referral);

    /** Tells the case's handover, if one runs, that her consent is withdrawn. */
    void handoverConsentWithdrawn(String caseNumber);

    /** Whether that provider answers in this application itself. */
    boolean providerHasAccount(String providerId);
}
