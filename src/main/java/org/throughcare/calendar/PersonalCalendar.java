package org.throughcare.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.CaseAccess;
import org.throughcare.access.CaseView;
import org.throughcare.access.Relation;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffGroups;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.caseload.StaffMember;
import org.throughcare.caseload.StaffMembers;
import org.throughcare.caseload.Supervision;
import org.throughcare.messages.OpenWork;
import org.throughcare.sites.Site;
import org.throughcare.sites.Sites;

/**
 * What stands in one person's calendar: the appointments of the open cases that she owns or has a task of, as far as she
 * may know of each, and supervision, her own and of those whom she supervises. Her rights are asked each time.
 */
@Component
@Transactional
class PersonalCalendar {

    private static final Comparator<Entry> BY_DAY = Comparator.comparing(
                    (Entry entry) -> entry.appointment().day())
            .thenComparing(entry -> entry.appointment().time().orElse(LocalTime.MIN))
            .thenComparing(Entry::title)
            .thenComparing(Entry::uid);

    private final CalendarBook book;
    private final CaseFiles cases;
    private final CaseAccess access;
    private final OpenWork work;
    private final Supervision supervision;
    private final StaffMembers staff;
    private final Sites sites;
    private final Clock clock;

    PersonalCalendar(
            CalendarBook book,
            CaseFiles cases,
            CaseAccess access,
            OpenWork work,
            Supervision supervision,
            StaffMembers staff,
            Sites sites,
            Clock clock) {
        this.book = book;
        this.cases = cases;
        this.access = access;
        this.work = work;
        this.supervision = supervision;
        this.staff = staff;
        this.sites = sites;
        this.clock = clock;
    }

    /** Her entries, by day. */
    List<Entry> of(SignedIn person) {
        List<Entry> entries = new ArrayList<>(ofCases(person));
        entries.addAll(ofSupervision(person));
        entries.sort(BY_DAY);
        return entries;
    }

    private List<Entry> ofCases(SignedIn person) {
        Map<CaseFile, List<Entry>> entries = new LinkedHashMap<>();
        casesOf(person).forEach(file -> {
            List<Entry> ofCase = book.of(file);
            if (!ofCase.isEmpty()) {
                entries.put(file, ofCase);
            }
        });
        Map<String, CaseView> views = access.views(
                person, entries.keySet().stream().map(CaseFile::head).toList());
        return entries.values().stream()
                .flatMap(Collection::stream)
                .filter(entry -> isHers(views.get(entry.caseNumber().orElseThrow()), entry))
                .toList();
    }

    private static boolean isHers(CaseView view, Entry entry) {
        return view.relation() == Relation.ASSIGNED && mayRead(view, entry);
    }

    /** Whether somebody with that view of the case may know of the appointment. */
    static boolean mayRead(CaseView view, Entry entry) {
        return view.opens()
                && view.relation() != Relation.PROVIDER
                && view.kinds().containsAll(entry.appointment().about());
    }

    /** Open cases at her sites; a case that has gone to another site is another's work. */
    private Collection<CaseFile> casesOf(SignedIn person) {
        Map<String, CaseFile> hers = new LinkedHashMap<>();
        cases.openOf(person.userId()).forEach(file -> hers.put(file.caseNumber(), file));
        List<String> ofTasks = work.assignedTo(person.userId()).stream()
                .flatMap(task -> task.caseNumber().stream())
                .distinct()
                .toList();
        cases.withNumbers(ofTasks).stream().filter(CaseFile::isOpen).forEach(file -> hers.put(file.caseNumber(), file));
        hers.values().removeIf(file -> !person.worksAt(file.site()));
        return hers.values();
    }

    private List<Entry> ofSupervision(SignedIn person) {
        List<Entry> entries = new ArrayList<>();
        for (Site site : sites.sites()) {
            staff.active(StaffMember.CASE_MANAGER).stream()
                    .filter(member -> member.site().equals(site.id()))
                    .filter(member -> person.has(StaffGroups.SUPERVISOR, site.id())
                            || person.has(StaffGroups.CASE_MANAGER, site.id())
                                    && person.userId().equals(member.userId()))
                    .forEach(member -> supervision
                            .nextOf(member.userId())
                            .map(at -> session(member, site, at))
                            .ifPresent(entries::add));
        }
        return entries;
    }

    /** A planned session never moves: the next one is another. */
    private Entry session(StaffMember member, Site site, Instant at) {
        ZonedDateTime local = at.atZone(site.zone()).truncatedTo(ChronoUnit.MINUTES);
        String source = "supervision " + member.userId() + " " + at;
        Appointment session = new Appointment(
                source,
                AppointmentKind.SUPERVISION,
                Set.of(),
                LocalDate.from(local),
                Optional.of(LocalTime.from(local)),
                Optional.of(site.code()));
        return new Entry(
                UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8)).toString(),
                Optional.empty(),
                site.id(),
                session,
                0,
                false,
                clock.instant());
    }
}
