package org.throughcare.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.CaseView;
import org.throughcare.access.Identities;
import org.throughcare.access.Relation;
import org.throughcare.sites.Sites;
import org.throughcare.time.WorkingCalendar;

/** The head of each case as a reader sees it: codes for everybody who may know of the case, the person for her staff. */
@Component
@Transactional(readOnly = true)
public class CaseSummaries {

    private final UrgentFlags flags;
    private final Identities identities;
    private final Sites sites;
    private final WorkingCalendar calendar;

    CaseSummaries(UrgentFlags flags, Identities identities, Sites sites, WorkingCalendar calendar) {
        this.flags = flags;
        this.identities = identities;
        this.sites = sites;
        this.calendar = calendar;
    }

    /** The head of one case. */
    public Shown of(CaseFile file, CaseView view) {
        return of(List.of(file), Map.of(file.caseNumber(), view)).get(0);
    }

    /** The heads of these cases, in their order; each has its view. */
    public List<Shown> of(List<CaseFile> files, Map<String, CaseView> views) {
        Map<String, List<Flag>> open = openFlags(files);
        Map<String, String> names = identities.namesOf(files.stream()
                .map(CaseFile::caseManager)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return files.stream()
                .map(file -> summary(
                        views.get(file.caseNumber()), file, open.getOrDefault(file.caseNumber(), List.of()), names))
                .toList();
    }

    /** What a task card shows of these cases, in their order. */
    List<Shown> cards(List<CaseFile> files, Map<String, CaseView> views) {
        Map<String, List<Flag>> open = openFlags(files);
        return files.stream()
                .map(file -> card(views.get(file.caseNumber()), file, open.getOrDefault(file.caseNumber(), List.of())))
                .toList();
    }

    private Map<String, List<Flag>> openFlags(Collection<CaseFile> files) {
        return flags.open(files.stream().map(CaseFile::caseNumber).toList()).stream()
                .collect(Collectors.groupingBy(Flag::caseNumber));
    }

    private Shown summary(CaseView view, CaseFile file, List<Flag> open, Map<String, String> names) {
        Shown shown = new Shown();
        shown.put("caseNumber", file.caseNumber());
        shown.put("site", file.site());
        shown.put("siteName", sites.get(file.site()).name());
        shown.put("status", file.status());
        addJourney(shown, view, file);
        shown.put("caseManager", file.caseManager());
        shown.put(
                "caseManagerName",
                file.caseManagerIfAssigned()
                        .map(userId -> names.getOrDefault(userId, userId))
                        .orElse(null));
        shown.put("flags", flags(view, open));
        shown.put("today", calendar.today(file.site()).toString());
        if (view.opens()) {
            addPerson(shown, view, file);
        }
        return shown;
    }

    /** Codes for staff and managers. */
    private static void addJourney(Shown shown, CaseView view, CaseFile file) {
        boolean tells = tellsJourney(view);
        shown.put("phase", tells ? file.phase() : null);
        shown.put("track", tells ? file.track() : null);
        shown.put("releaseDate", tells ? text(file.releaseDate()) : null);
        shown.put(
                "releasedAt",
                tells ? file.releasedAtIfReleased().map(Object::toString).orElse(null) : null);
        shown.put("closingReason", tells ? file.closingReason() : null);
        shown.put("episode", file.episode());
    }

    private static void addPerson(Shown shown, CaseView view, CaseFile file) {
        shown.put("womanName", file.womanName());
        shown.put("prisonNumber", file.prisonNumber());
        shown.put("dateOfBirth", text(file.dateOfBirth()));
        if (tellsJourney(view)) {
            shown.put("legalStatus", file.legalStatus());
            shown.put("admissionDate", text(file.admissionDate()));
        }
        if (view.showsFact("homeDistrict")) {
            shown.put("homeDistrict", file.homeDistrict());
        }
        shown.put("language", file.language());
    }

    private static Shown card(CaseView view, CaseFile file, List<Flag> open) {
        Shown card = new Shown();
        card.put("caseNumber", file.caseNumber());
        card.put("womanName", file.womanName());
        card.put("prisonNumber", file.prisonNumber());
        card.put("releaseDate", tellsJourney(view) ? text(file.releaseDate()) : null);
        card.put("flags", flags(view, open));
        card.put("caseManager", file.caseManager());
        return card;
    }

    /** A provider learns where she stands and when she leaves with her plan, if she agreed to that. */
    private static boolean tellsJourney(CaseView view) {
        return view.relation() != Relation.PROVIDER || view.showsFact("releaseDate");
    }

    /** A provider does not learn that there is a concern of which it may not know. */
    private static List<Shown> flags(CaseView view, List<Flag> open) {
        return open.stream()
                .filter(flag -> view.relation() != Relation.PROVIDER || view.showsFlag(flag.flag()))
                .map(flag -> flag(flag, view))
                .toList();
    }

    /** What it is about can be her health or her safety: who may not know that sees how urgent it is. */
    private static Shown flag(Flag flag, CaseView view) {
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

    private static String text(LocalDate date) {
        return Optional.ofNullable(date).map(LocalDate::toString).orElse(null);
    }
}
