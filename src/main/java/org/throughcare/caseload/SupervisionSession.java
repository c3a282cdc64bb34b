package org.throughcare.caseload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A supervision session that was held or missed. It is about the case manager and names no woman.
 *
 * @param userId whose session it was
 * @param plannedAt when it was planned
 * @param heldOn the day on which it was held; empty when it was missed
 * @param caseloadReviewed whether her caseload was gone through
 * @param caseloadView right, tooHigh or roomLeft; empty when it was not said
 */
public record SupervisionSession(
        String userId,
        String site,
        Instant plannedAt,
        Optional<LocalDate> heldOn,
        boolean caseloadReviewed,
        Optional<String> caseloadView) {

    /** Whether it was held. */
    public boolean isHeld() {
        return heldOn.isPresent();
    }
}
