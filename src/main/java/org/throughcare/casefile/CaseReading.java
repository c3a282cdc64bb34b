package org.throughcare.casefile;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;
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
    private final Sites sites;

    CaseReading(CaseSearch search, CaseFiles cases, UrgentFlags flags, StaffAccess access, Sites sites) {
        this.search = search;
        this.cases = cases;
        this.flags = flags;
        this.access = access;
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
        List<CaseFile> found;
        if (!own.isEmpty()) {
            found = search.byWords(own, query, page * size, size + 1);
        } else if (reader.in(StaffGroups.MANAGER)) {
            found = search.byCaseNumber(sites.ids(), query, page * size, size + 1);
        } else {
            throw notForYou();
        }
        Map<String, List<Flag>> open = search.openFlags(numbers(found));
        return Page.of(
                found.stream()
                        .map(file -> shown(reader, file, flagsOf(file, open)))
                        .toList(),
                page,
                size);
    }

    Shown read(SignedIn reader, String caseNumber) {
        CaseFile file = visible(reader, caseNumber);
        return shown(reader, file, flags.open(file.caseNumber()));
    }

    Page<Shown> timeline(SignedIn reader, String caseNumber, int page, int size) {
        checkPage(page, size);
        CaseFile file = visible(reader, caseNumber);
        boolean person = worksOn(reader, file);
        return Page.of(
                search.journal(file.caseNumber(), page * size, size + 1).stream()
                        .map(entry -> shown(entry, person))
                        .toList(),
                page,
                size);
    }

    List<Shown> cards(SignedIn reader, List<String> caseNumbers) {
        List<CaseFile> own = cases.withNumbers(caseNumbers).stream()
                .filter(file -> worksOn(reader, file))
                .toList();
        Map<String, List<Flag>> open = search.openFlags(numbers(own));
        return own.stream().map(file -> card(file, flagsOf(file, open))).toList();
    }

    private CaseFile visible(SignedIn reader, String caseNumber) {
        if (access.sitesOf(reader).isEmpty() && !reader.in(StaffGroups.MANAGER)) {
            throw notForYou();
        }
        return cases.find(caseNumber)
                .filter(file -> worksOn(reader, file) || reader.in(StaffGroups.MANAGER))
                .orElseThrow(() -> new ErrorResponseException(
                        HttpStatus.NOT_FOUND,
                        ProblemDetail.forStatusAndDetail(
                                HttpStatus.NOT_FOUND, "There is no such case, or it is not yours to see."),
                        null));
    }

    private static boolean worksOn(SignedIn reader, CaseFile file) {
        return reader.worksAt(file.site());
    }

    private static Shown shown(SignedIn reader, CaseFile file, List<Flag> open) {
        boolean person = worksOn(reader, file);
        Shown shown = new Shown();
        shown.put("caseNumber", file.caseNumber());
        shown.put("site", file.site());
        shown.put("status", file.status());
        shown.put("phase", file.phase());
        shown.put("track", file.track());
        shown.put("releaseDate", text(file.releaseDate()));
        shown.put("caseManager", file.caseManager());
        shown.put("flags", open.stream().map(flag -> shown(flag, person)).toList());
        shown.put("episode", file.episode());
        shown.put(
                "releasedAt", file.releasedAtIfReleased().map(Object::toString).orElse(null));
        shown.put("closingReason", file.closingReason());
        if (person) {
            shown.put("womanName", file.womanName());
            shown.put("prisonNumber", file.prisonNumber());
            shown.put("dateOfBirth", text(file.dateOfBirth()));
            shown.put("legalStatus", file.legalStatus());
            shown.put("admissionDate", text(file.admissionDate()));
            shown.put("homeDistrict", file.homeDistrict());
            shown.put("language", file.language());
        }
        return shown;
    }

    /** What kind of flag it is can be about her health: who only watches sees how urgent it is. */
    private static Shown shown(Flag flag, boolean person) {
        Shown shown = new Shown();
        shown.put("severity", flag.severity());
        shown.put("status", flag.status());
        shown.put("respondBy", String.valueOf(flag.respondBy()));
        if (person) {
            shown.put("flag", flag.flag());
            shown.put("role", flag.role());
            shown.put("reason", flag.reason());
        }
        return shown;
    }

    private static Shown shown(JournalEntry entry, boolean person) {
        Shown shown = new Shown();
        shown.put("at", entry.at().toString());
        shown.put("kind", entry.kind());
        if (person) {
            shown.put("summary", entry.summary());
            shown.put("by", entry.by());
            shown.put("details", entry.details());
        }
        return shown;
    }

    private static Shown card(CaseFile file, List<Flag> open) {
        Shown card = new Shown();
        card.put("caseNumber", file.caseNumber());
        card.put("womanName", file.womanName());
        card.put("prisonNumber", file.prisonNumber());
        card.put("releaseDate", text(file.releaseDate()));
        card.put("flags", open.stream().map(flag -> shown(flag, true)).toList());
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
