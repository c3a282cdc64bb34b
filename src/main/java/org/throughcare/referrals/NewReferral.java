package org.throughcare.referrals;

/**
 * A referral to open or to plan.
 *
 * @param service code of the table {@code referrals}
 * @param phase custody, preRelease, release or followUp
 * @param timing now, preRelease or onRelease
 * @param ownerRole role stem that sees it through
 * @param urgency urgent, soon or routine
 * @param reason why she is referred
 */
public record NewReferral(
        String caseNumber,
        String service,
        String phase,
        String timing,
        String ownerRole,
        String urgency,
        String reason) {}
