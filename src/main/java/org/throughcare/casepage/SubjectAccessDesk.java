package org.throughcare.casepage;

import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;
import org.throughcare.access.StaffGroups;
import org.throughcare.casefile.CaseFile;
import org.throughcare.sites.Sites;

/**
 * Puts together what a woman may have when she asks what is held about her (GDPR article 15; UK Data Protection Act 2018).
 * A supervisor of the site and her case manager may make it. Names of staff are given by role, and what is about others is
 * left out and marked.
 */
@Component
@Transactional(readOnly = true)
class SubjectAccessDesk {

    private static final List<String> EXPLANATION = List.of(
            "This is everything that the throughcare record holds about you. You asked for it, and you may keep it.",
            "What is about other people, or was told in confidence, is left out; each place says so. Members of staff are"
                    + " named by their role.",
            "You may ask for a correction, for an explanation, or for the decision to leave something out to be looked at"
                    + " again. Ask your case manager, or the supervisor of the site.");

    private final List<SubjectAccessSource> sources;
    private final Sites sites;
    private final Clock clock;

    SubjectAccessDesk(List<SubjectAccessSource> sources, Sites sites, Clock clock) {
        this.sources = sources;
        this.sites = sites;
        this.clock = clock;
    }

    /** Whether that reader may make the export of the case that she has open. */
    static boolean isOfferedTo(CaseReader reader) {
        boolean hers = reader.file()
                .caseManagerIfAssigned()
                .filter(reader.person().userId()::equals)
                .isPresent();
        return reader.isStaff()
                && (hers
                        || reader.person()
                                .has(StaffGroups.SUPERVISOR, reader.file().site()));
    }

    /**
     * Everything that is held.
     *
     * @throws ErrorResponseException 403 when it is not for that reader to make
     */
    SubjectAccess of(CaseReader reader) {
        if (!isOfferedTo(reader)) {
            throw new ErrorResponseException(
                    HttpStatus.FORBIDDEN,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.FORBIDDEN, "A supervisor of her site or her case manager makes this export."),
                    null);
        }
        CaseFile file = reader.file();
        return new SubjectAccess(
                file.caseNumber(),
                file.womanName(),
                clock.instant(),
                sites.get(file.site()).zone().getId(),
                EXPLANATION,
                sources.stream()
                        .flatMap(source -> source.of(file).stream())
                        .filter(part -> !part.items().isEmpty())
                        .toList());
    }
}
