package org.throughcare.monitoring.measures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.throughcare.access.CaseAccess;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffGroups;
import org.throughcare.sites.Site;
import org.throughcare.sites.Sites;

/**
 * The one place that says who reads measures: a manager those of every site, a supervisor those of her site, nobody else
 * any. Cases that are restricted and hidden from the reader count nowhere.
 */
@Component
public class Scopes {

    private final Sites sites;
    private final CaseAccess access;
    private final Clock clock;

    Scopes(Sites sites, CaseAccess access, Clock clock) {
        this.sites = sites;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What somebody asks for; null or empty where she does not narrow.
     *
     * @param from first day of the period
     * @param to last day of the period
     */
    public record Question(
            String site,
            String track,
            String need,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {

        /** Everything that she may read. */
        public static Question everything() {
            return new Question(null, null, null, null, null);
        }
    }

    /**
     * The sites whose measures that person reads.
     *
     * @throws ErrorResponseException 403 when there are none
     */
    public List<Site> sitesOf(SignedIn reader) {
        List<Site> hers = sites.sites().stream()
                .filter(site -> reader.in(StaffGroups.MANAGER) || reader.has(StaffGroups.SUPERVISOR, site.id()))
                .toList();
        if (hers.isEmpty()) {
            throw problem(HttpStatus.FORBIDDEN, "Measures are for managers, and for supervisors of a site.");
        }
        return hers;
    }

    /**
     * What that person asks for, within her rights.
     *
     * @throws ErrorResponseException 403 when she reads no measures, or none of that site; 400 when the period ends before
     *     it begins
     */
    public Scope of(SignedIn reader, Question question) {
        List<Site> hers = sitesOf(reader);
        Optional<String> asked = said(question.site());
        List<Site> chosen = hers.stream()
                .filter(site -> asked.isEmpty() || asked.get().equals(site.id()))
                .toList();
        if (chosen.isEmpty()) {
            throw problem(HttpStatus.FORBIDDEN, "You do not read the measures of this site.");
        }
        if (question.from() != null && question.to() != null && question.to().isBefore(question.from())) {
            throw problem(HttpStatus.BAD_REQUEST, "to: the period ends before it begins.");
        }
        return new Scope(
                chosen,
                asked,
                said(question.track()),
                said(question.need()),
                Optional.ofNullable(question.from()),
                Optional.ofNullable(question.to()),
                clock.instant(),
                access.hiddenFrom(reader));
    }

    private static Optional<String> said(String word) {
        return Optional.ofNullable(word).filter(text -> !text.isBlank());
    }

    static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
