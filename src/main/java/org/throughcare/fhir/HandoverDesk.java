package org.throughcare.fhir;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;
import org.throughcare.access.ProviderConsents;
import org.throughcare.access.Relation;
import org.throughcare.access.SignedIn;
import org.throughcare.casefile.CaseDoor;
import org.throughcare.casefile.CaseFile;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.Recipients;
import org.throughcare.referrals.SharedHandover;
import org.throughcare.sites.Site;
import org.throughcare.sites.Sites;

/**
 * Where a handover is read by other systems. For the community team: by its worker who has the case, and by those of the
 * case who hand it over. For a trusted provider: by itself, while a referral to it goes on. Her consent for that recipient
 * is asked at each reading.
 */
@Component
@Transactional(readOnly = true)
class HandoverDesk {

    private static final Set<String> ROLES = Set.of("communityWorker", "caseManager", "releaseCoordinator");

    private final CaseDoor door;
    private final SharedHandover shared;
    private final ProviderConsents consents;
    private final Recipients recipients;
    private final Sites sites;
    private final Clock clock;

    HandoverDesk(
            CaseDoor door,
            SharedHandover shared,
            ProviderConsents consents,
            Recipients recipients,
            Sites sites,
            Clock clock) {
        this.door = door;
        this.shared = shared;
        this.consents = consents;
        this.recipients = recipients;
        this.sites = sites;
        this.clock = clock;
    }

    /**
     * The handover for that reader.
     *
     * @throws ErrorResponseException 404 or 403 when the case is not the reader's, 403 when the handover is not, or when
     *     her consent is not in force
     */
    Bundle read(SignedIn reader, String caseNumber) {
        CaseDoor.Opened opened = door.open(reader, caseNumber);
        CaseFile file = opened.file();
        Site site = sites.get(file.site());
        return recipientsOf(reader, opened).stream()
                .flatMap(recipient -> shared.of(file, recipient, opened.view()).stream())
                .findFirst()
                .map(handover -> HandoverBundle.of(
                        handover,
                        recipients.nameOf(caseNumber, handover.recipient()),
                        site.name(),
                        site.zone(),
                        clock.instant()))
                .orElseThrow(() -> refused(
                        "She does not agree, at this moment, that her release plan goes to this recipient. Nothing of the"
                                + " handover may be read."));
    }

    /** For whom the reader reads: a provider for those of hers that have to do with the case now. */
    private List<String> recipientsOf(SignedIn reader, CaseDoor.Opened opened) {
        CaseFile file = opened.file();
        if (!file.isOpen()) {
            throw refused("The case is closed; nothing is handed over any more.");
        }
        if (opened.view().relation() == Relation.PROVIDER) {
            return reader.providers().stream()
                    .filter(provider ->
                            !consents.open(file.caseNumber(), provider).isEmpty())
                    .toList();
        }
        if (opened.view().relation() == Relation.ASSIGNED
                && ROLES.stream().anyMatch(role -> reader.has(role, file.site()))) {
            return List.of(Consents.COMMUNITY_TEAM);
        }
        throw refused("A handover is read by the community worker who has the case, and by her case manager and release"
                + " coordinator.");
    }

    private static ErrorResponseException refused(String detail) {
        return new ErrorResponseException(
                HttpStatus.FORBIDDEN, ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, detail), null);
    }
}
