package org.throughcare.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.throughcare.access.CaseHead;

/**
 * The head of one woman's case. Civil dates are days at her site; moments are instants. Fields that may be unknown are
 * null here and have an {@code Optional} accessor.
 */
public record CaseFile(
        String caseNumber,
        String prisonNumber,
        String site,
        String status,
        String phase,
        String track,
        String legalStatus,
        LocalDate admissionDate,
        LocalDate releaseDate,
        Instant releasedAt,
        String caseManager,
        String closingReason,
        int episode,
        String womanName,
        LocalDate dateOfBirth,
        String homeDistrict,
        String language,
        Instant openedAt,
        Instant closedAt) {

    /** Her release date; empty while it is unknown, as on remand. */
    public Optional<LocalDate> releaseDateIfKnown() {
        return Optional.ofNullable(releaseDate);
    }

    /** When she left custody, in this episode. */
    public Optional<Instant> releasedAtIfReleased() {
        return Optional.ofNullable(releasedAt);
    }

    /** Who owns the case. */
    public Optional<String> caseManagerIfAssigned() {
        return Optional.ofNullable(caseManager);
    }

    /** What is needed to say who may see it. */
    public CaseHead head() {
        return new CaseHead(caseNumber, site, caseManagerIfAssigned());
    }

    /** Whether the case is open. */
    public boolean isOpen() {
        return "open".equals(status);
    }

    /** Whether she is in custody: the case is open and she has not been released in this episode. */
    public boolean isInCustody() {
        return isOpen() && releasedAt == null;
    }
}
