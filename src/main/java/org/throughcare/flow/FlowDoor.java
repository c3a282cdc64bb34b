package org.throughcare.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.throughcare.access.CaseAccess;
import org.throughcare.access.CaseNotHersException;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffGroups;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.sites.Sites;

/** Managers read the flow of every site, supervisors that of theirs. Cases that do not exist for them stay out. */
@Component
class FlowDoor {

    private static final int MONTHS = 12;

    private final Sites sites;
    private final CaseAccess access;
    private final CaseFiles cases;
    private final Clock clock;

    FlowDoor(Sites sites, CaseAccess access, CaseFiles cases, Clock clock) {
        this.sites = sites;
        this.access = access;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * The sites whose flow she may read.
     *
     * @throws ErrorResponseException 403 when there is none
     */
    List<String> sitesOf(SignedIn reader) {
        List<String> hers = sites.ids().stream()
                .filter(site -> reader.in(StaffGroups.MANAGER) || reader.has(StaffGroups.SUPERVISOR, site))
                .toList();
        if (hers.isEmpty()) {
            throw forbidden("Managers and supervisors see how the work flows.");
        }
        return hers;
    }

    /**
     * What she asks, within what she may ask. Without a period the last twelve months.
     *
     * @throws ErrorResponseException 403 for a site that is not hers
     */
    FlowQuestion question(SignedIn reader, String site, String track, LocalDate from, LocalDate to) {
        List<String> hers = sitesOf(reader);
        Optional<String> asked = Optional.ofNullable(site).filter(text -> !text.isBlank());
        if (asked.isPresent() && !hers.contains(asked.get())) {
            throw forbidden("That site is not yours to see.");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new FlowQuestion(
                asked.map(List::of).orElse(hers),
                access.hiddenFrom(reader),
                track == null ? "" : track,
                StepTimes.month(from == null ? today.minusMonths(MONTHS) : from),
                StepTimes.month(to == null ? today : to));
    }

    /**
     * A case of a site whose flow she may read.
     *
     * @throws CaseNotHersException when there is none, or it does not exist for her
     */
    CaseFile open(SignedIn reader, String caseNumber) {
        List<String> hers = sitesOf(reader);
        return cases.find(caseNumber)
                .filter(file -> hers.contains(file.site()))
                .filter(file -> !access.hiddenFrom(reader).contains(file.caseNumber()))
                .orElseThrow(CaseNotHersException::new);
    }

    private static ErrorResponseException forbidden(String detail) {
        return new ErrorResponseException(
                HttpStatus.FORBIDDEN, ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, detail), null);
    }
}
