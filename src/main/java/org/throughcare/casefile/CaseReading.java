package org.throughcare.casefile;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
import org.throughcare.access.Relation;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffAccess;
import org.throughcare.access.StaffGroups;
import org.throughcare.sites.Sites;

/** Reads cases for a person, and shows her what she may see of them. */
@Component
@Transactional(readOnly = true)
class CaseReading {

    /** Entries of a page at most. */
    static final int LONGEST_PAGE = 100;

    private final CaseSearch search;
    private final CaseFiles cases;
    private final UrgentFlags flags;
    private final StaffAccess access;
    private final CaseAccess caseAccess;
    private final Sites sites;

    CaseReading(
            CaseSearch search,
            CaseFiles cases,
            UrgentFlags flags,
            StaffAccess access,
            CaseAccess caseAccess,
            Sites sites) {
        this.search = search;
        this.cases = cases;
        this.flags = flags;
        this.access = access;
        this.caseAccess = caseAccess;
        this.sites = sites;
    }

    /**
     * Some of many.
     *
     * @param more whether another page follows
     */
    record Page<T>(List<T> items, int page, int size, boolean more) {

        /** Of one more entry than fits, made to see whether there is more. */
        static <T> Page<T> of(List<T> found, int page, int size) {
            return new Page<>(found.subList(0, Math.min(size, found.size())), page, size, found.size() > size);
        }
    }

    /** What a reader sees, by name. What is unknown is said to be null, and not left out. */
    static final class Shown {

        private final Map<String, Object> fields = new LinkedHashMap<>();

        void put(String name, Object value) {
            fields.put(name, value);
        }

        @JsonAnyGetter
        @JsonInclude(value = JsonInclude.Include.ALWAYS, content = JsonInclude.Include.ALWAYS)
        Map<String, Object> fields() {
            return fields;
        }
    }

    Page<Shown> search(SignedIn reader, String query, int page, int size) {
        checkPage(page, size);
        if (query.length() > 200) {
            throw badRequest("query: at most 200 characters.");
        }
        List<String> own = List.copyOf(access.sitesOf(reader));
        Set<String> hidden = caseAccess.hiddenFrom(reader);
        List<CaseFile> found;
        if (!own.isEmpty()) {
            found = search.byWords(own, hidden, query, page * size, size + 1);
        } else if (reader.in(StaffGroups.MANAGER)) {
            found = search.byCaseNumber(sites.ids(), hidden, query, page * size, size + 1);
        } else {
            throw notForYou();
        }
        Map<String, List<Flag>> open = search.openFlags(numbers(found));
        Map<String, CaseView> views = views(reader, found);
        return Page.of(
                found.stream()
                        .map(file -> shown(views.get(file.caseNumber()), file, flagsOf(file, open)))
                        .toList(),
                page,
                size);
    }

    Shown read(SignedIn reader, String caseNumber) {
        CaseFile file = visible(reader, caseNumber);
        return shown(caseAccess.view(reader, file.head()), file, flags.open(file.caseNumber()));
    }

    Page<Shown> timeline(SignedIn reader, String caseNumber, int page, int size) {
        checkPage(page, size);
        CaseFile file = visible(reader, caseNumber);
        CaseView view = caseAccess.view(reader, file.head());
        return Page.of(
                search.journal(file.caseNumber(), page * size, size + 1).stream()
                        .map(entry -> shown(entry, view))
                        .toList(),
                page,
                size);
    }

    List<Shown> cards(SignedIn reader, List<String> caseNumbers) {
        List<CaseFile> wanted = cases.withNumbers(caseNumbers);
        Map<String, CaseView> views = views(reader, wanted);
        List<CaseFile> own = wanted.stream()
                .filter(file -> views.get(file.caseNumber()).opens())
                .toList();
        Map<String, List<Flag>> open = search.openFlags(numbers(own));
        return own.stream()
                .map(file -> card(views.get(file.caseNumber()), file, flagsOf(file, open)))
                .toList();
    }

    private CaseFile visible(SignedIn reader, String caseNumber) {
        boolean watches =
                reader.in(StaffGroups.MANAGER) && !caseAccess.hiddenFrom(reader).contains(caseNumber);
        return cases.find(caseNumber)
                .filter(file -> watches || caseAccess.view(reader, file.head()).opens())
                .orElseThrow(() -> access.sitesOf(reader).isEmpty() && !reader.in(StaffGroups.MANAGER)
                        ? notForYou()
                        : new ErrorResponseException(
                                HttpStatus.NOT_FOUND,
                                ProblemDetail.forStatusAndDetail(
                                        HttpStatus.NOT_FOUND, "There is no such case, or it is not yours to see."),
                                null));
    }

    private Map<String, CaseView> views(SignedIn reader, List<CaseFile> files) {
        return caseAccess.views(reader, files.stream().map(CaseFile::head).toList());
    }

    private static Shown shown(CaseView view, CaseFile file, List<Flag> open) {
        Shown shown = new Shown();
        shown.put("caseNumber", file.caseNumber());
        shown.put("site", file.site());
        shown.put("status", file.status());
        shown.put("phase", file.phase());
        shown.put("track", file.track());
        shown.put("releaseDate", releaseDate(view, file));
        shown.put("caseManager", file.caseManager());
        shown.put("flags", open.stream().map(flag -> shown(flag, view)).toList());
        shown.put("episode", file.episode());
        shown.put(
                "releasedAt", file.releasedAtIfReleased().map(Object::toString).orElse(null));
        shown.put("closingReason", file.closingReason());
        if (view.opens()) {
            shown.put("womanName", file.womanName());
            shown.put("prisonNumber", file.prisonNumber());
            shown.put("dateOfBirth", text(file.dateOfBirth()));
            shown.put("legalStatus", file.legalStatus());
            shown.put("admissionDate", text(file.admissionDate()));
            if (view.showsFact("homeDistrict")) {
                shown.put("homeDistrict", file.homeDistrict());
            }
            shown.put("language", file.language());
        }
        return shown;
    }

    /** A code for staff and managers; a provider learns it with her plan, if she agreed to that. */
    private static String releaseDate(CaseView view, CaseFile file) {
        boolean tells = view.relation() != Relation.PROVIDER || view.showsFact("releaseDate");
        return tells ? text(file.releaseDate()) : null;
    }

    /** What it is about can be her health or her safety: who may not know that sees how urgent it is. */
    private static Shown shown(Flag flag, CaseView view) {
        Shown shown = new Shown();
        shown.put("severity", flag.severity());
        shown.put("status", flag.status());
        shown.put("respondBy", String.valueOf(flag.respondBy()));
        if (view.showsFlag(flag.flag())) {
            shown.put("flag", flag.flag());
            shown.put("role", flag.role());
            shown.put("reason", flag.reason());
        }
        return shown;
    }

    private static Shown shown(JournalEntry entry, CaseView view) {
        Shown shown = new Shown();
        shown.put("at", entry.at().toString());
        shown.put("kind", entry.kind());
        if (view.showsEntry(entry.kind(), entry.details())) {
            shown.put("summary", entry.summary());
            shown.put("by", entry.by());
            shown.put("details", view.shownDetails(entry.details()));
        }
        return shown;
    }

    private static Shown card(CaseView view, CaseFile file, List<Flag> open) {
        Shown card = new Shown();
        card.put("caseNumber", file.caseNumber());
        card.put("womanName", file.womanName());
        card.put("prisonNumber", file.prisonNumber());
        card.put("releaseDate", releaseDate(view, file));
        card.put("flags", open.stream().map(flag -> shown(flag, view)).toList());
        card.put("caseManager", file.caseManager());
        return card;
    }

    private static List<String> numbers(List<CaseFile> files) {
        return files.stream().map(CaseFile::caseNumber).toList();
    }

    private static List<Flag> flagsOf(CaseFile file, Map<String, List<Flag>> open) {
        return open.getOrDefault(file.caseNumber(), List.of());
    }

    private static String text(LocalDate date) {
        return Optional.ofNullable(date).map(LocalDate::toString).orElse(null);
    }

    private static void checkPage(int page, int size) {
        if (page < 0 || page > 10_000 || size < 1 || size > LONGEST_PAGE) {
            throw badRequest("A page has 1 to " + LONGEST_PAGE + " entries; pages count from 0.");
        }
    }

    private static ErrorResponseException badRequest(String detail) {
        return new ErrorResponseException(
                HttpStatus.BAD_REQUEST, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail), null);
    }

    private static ErrorResponseException notForYou() {
        return new ErrorResponseException(
                HttpStatus.FORBIDDEN,
                ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, "Cases are read by the staff of their site."),
                null);
    }
}
