package org.throughcare.referrals;

import java.util.Map;

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

    /**
     * Submits the provider's answer as the person who is signed in, by the same form as in Tasklist.
     *
     * @param answers by the keys of the form {@code answerReferral}
     * @return false when no answer is awaited here
     * @throws org.throughcare.forms.RefusedAnswerException when the form does not take it
     */
    boolean answer(Referral referral, Map<String, Object> answers);
}
