package org.throughcare.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;
import org.throughcare.access.CaseAccess;
import org.throughcare.access.CaseView;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffAccess;
import org.throughcare.access.StaffGroups;
import org.throughcare.sites.Sites;

/** Finds cases for a person, and shows her what she may see of them. */
@Component
@Transactional(readOnly = true)
class CaseReading {

    private static final int LONGEST_QUERY = 200;

    private final CaseSearch search;
    private final CaseFiles cases;
    private final CaseSummaries summaries;
    private final StaffAccess access;
    private final CaseAccess caseAccess;
    private final Sites sites;

    CaseReading(
            CaseSearch search,
            CaseFiles cases,
            CaseSummaries summaries,
            StaffAccess access,
            CaseAccess caseAccess,
            Sites sites) {
        this.search = search;
        this.cases = cases;
        this.summaries = summaries;
        this.access = access;
        this.caseAccess = caseAccess;
        this.sites = sites;
    }

    /**
     * Some of the cases that were found.
     *
     * @param next what to ask for to see those that follow; null when there are none
     */
    record Found(List<Shown> items, String next, boolean more) {}

    /** @param after the {@code next} of the page before; empty for the first page */
    Found search(SignedIn reader, CaseFilter filter, String after, int size) {
        PageOf.check(0, size);
        if (filter.words().length() > LONGEST_QUERY) {
            throw badRequest("query: at most " + LONGEST_QUERY + " characters.");
        }
        Optional<CasePlace> place = CasePlace.parse(after);
        if (!after.isEmpty() && place.isEmpty()) {
            throw badRequest("after: not the place of a case. Send what the page before called \"next\".");
        }
        List<CaseFile> found = search.find(scopeOf(reader), filter, place, size + 1);
        List<CaseFile> shown = found.subList(0, Math.min(size, found.size()));
        boolean more = found.size() > size;
        return new Found(
                summaries.of(shown, views(reader, shown)),
                more ? CasePlace.of(shown.get(size - 1)).toString() : null,
                more);
    }

    private CaseScope scopeOf(SignedIn reader) {
        List<String> own = List.copyOf(access.sitesOf(reader));
        Set<String> hidden = caseAccess.hiddenFrom(reader);
        if (!own.isEmpty()) {
            return new CaseScope(own, hidden, true);
        }
        if (reader.in(StaffGroups.MANAGER)) {
            return new CaseScope(sites.ids(), hidden, false);
        }
        throw CaseDoor.notForYou();
    }

    private static ErrorResponseException badRequest(String detail) {
        return new ErrorResponseException(
                HttpStatus.BAD_REQUEST, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail), null);
    }

    List<Shown> cards(SignedIn reader, List<String> caseNumbers) {
        List<CaseFile> wanted = cases.withNumbers(caseNumbers);
        Map<String, CaseView> views = views(reader, wanted);
        List<CaseFile> own = wanted.stream()
                .filter(file -> views.get(file.caseNumber()).opens())
                .toList();
        return summaries.cards(own, views);
    }

    private Map<String, CaseView> views(SignedIn reader, List<CaseFile> files) {
        return caseAccess.views(reader, files.stream().map(CaseFile::head).toList());
    }
}
