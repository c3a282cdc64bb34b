package org.throughcare.referrals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applies what she says about sharing, with what follows from it: a withdrawal stops every referral and handover to
 * that recipient that is under way, and asks the recipient to stop, also where its part is over (domain rule 9).
 */
@Component
@Transactional
public class ConsentChanges {

    private final Consents consents;
    private final Referrals referrals;
    private final Handovers handovers;
    private final ObjectProvider<ReferralRuns> runs;

    ConsentChanges(Consents consents, Referrals referrals, Handovers handovers, ObjectProvider<ReferralRuns> runs) {
        this.consents = consents;
        this.referrals = referrals;
        this.handovers = handovers;
        this.runs = runs;
    }

    /**
     * She gives, refuses or withdraws consent.
     *
     * @param kinds empty for every kind, which only a withdrawal may mean
     * @param answer given, refused or withdrawn
     * @param until last day of a given consent
     * @param how inWriting, spoken or withInterpreter; may be null
     * @throws IllegalArgumentException when the answer is none of the three
     */
    public void apply(
            String caseNumber,
            String recipient,
            List<ConsentKind> kinds,
            String answer,
            Optional<LocalDate> until,
            String how) {
        switch (answer) {
            case "given" -> kinds.forEach(kind -> consents.give(caseNumber, recipient, kind, until, how));
            case "refused" -> {
                withdraw(caseNumber, recipient, kinds, how);
                kinds.forEach(kind -> consents.refuse(caseNumber, recipient, kind, how));
            }
            case "withdrawn" -> withdraw(caseNumber, recipient, kinds, how);
            default ->
                throw new IllegalArgumentException(
                        "Consent is given, refused or withdrawn, and not \"" + answer + "\".");
        }
    }

    private void withdraw(String caseNumber, String recipient, List<ConsentKind> kinds, String how) {
        List<ConsentKind> withdrawn = consents.withdraw(caseNumber, recipient, kinds, how);
        referrals.of(caseNumber).stream()
                .filter(referral -> withdrawn.contains(referral.kind()) || withdrawn.contains(ConsentKind.IDENTITY))
                .forEach(referral -> stop(referral, recipient));
        if (Consents.COMMUNITY_TEAM.equals(recipient) && withdrawn.contains(ConsentKind.RELEASE_PLAN)) {
            runs.getObject().handoverConsentWithdrawn(caseNumber);
        } else if (Consents.COMMUNITY_TEAM.equals(recipient) && !withdrawn.isEmpty() && handovers.isOut(caseNumber)) {
            runs.getObject().askCommunityTeamToStop(caseNumber);
        }
    }

    /** Also a provider that declined, or whose part is done, may not use any more what it knows. */
    private void stop(Referral referral, String recipient) {
        if (referral.isOpen() && recipient.equals(referral.providerId())) {
            runs.getObject().consentWithdrawn(referral);
        } else if (referrals.isHeldBy(referral.id(), recipient)) {
            runs.getObject().askToStop(referral, recipient);
        }
    }
}
