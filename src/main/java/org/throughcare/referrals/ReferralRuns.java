package org.throughcare.referrals;

import java.util.Map;

/** The running processes of referrals and handovers, seen from the record. */
public interface ReferralRuns {

    /** Starts the process of an open referral and returns its instance id. */
    String start(Referral referral);

    /** Stops the process of a referral, which asks its provider to stop if it was sent: her consent is withdrawn. */
    void consentWithdrawn(Referral referral);

    /** Sees to it that a provider which the process has left behind is asked to stop using what was sent to it. */
    void askToStop(Referral referral, String providerId);

    /** Stops the case's handover, if one runs, and sees to it that the community team is asked to stop if it has it. */
    void handoverConsentWithdrawn(String caseNumber);

    /** Sees to it that the community team is asked to stop using a part of what it has; the handover goes on. */
    void askCommunityTeamToStop(String caseNumber);

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
