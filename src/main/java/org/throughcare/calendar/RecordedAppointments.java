package org.throughcare.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughcare.access.CaseView;
import org.throughcare.access.InformationKind;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.Contact;
import org.throughcare.casefile.Contacts;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Flag;
import org.throughcare.casefile.ProgrammeStep;
import org.throughcare.casefile.ProgrammeSteps;
import org.throughcare.casefile.UrgentFlags;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;
import org.throughcare.sites.Sites;
import org.throughcare.time.WorkingCalendar;

/**
 * The one place that says what an appointment is: a day on which somebody meets her or something begins for her, agreed
 * and noted in the record. Days by which work is to be done are no appointments; they stand at the tasks. Days on which
 * something took place, or papers and money are expected, are none either.
 */
@Component
class RecordedAppointments {

    /** Answers of the case itself. */
    private static final Map<String, AppointmentKind> OF_CASE = ofCase();

    /** Answers about one step of her programmes; the later in the list replaces the earlier. */
    private static final List<String> STARTS = List.of("newStartDate", "startDate");

    private static final Set<String> NOT_ANY_MORE = Set.of("declined", "leftEarly", "outstanding");
    private static final Set<String> BOOKED =
            Set.of(Referrals.BOOKED, Referrals.KEPT, Referrals.MISSED, Referrals.GOES_ON, Referrals.DONE);

    private final Facts facts;
    private final Referrals referrals;
    private final Contacts contacts;
    private final ProgrammeSteps steps;
    private final UrgentFlags flags;
    private final WorkingCalendar calendar;
    private final Sites sites;

    RecordedAppointments(
            Facts facts,
            Referrals referrals,
            Contacts contacts,
            ProgrammeSteps steps,
            UrgentFlags flags,
            WorkingCalendar calendar,
            Sites sites) {
        this.facts = facts;
        this.referrals = referrals;
        this.contacts = contacts;
        this.steps = steps;
        this.flags = flags;
        this.calendar = calendar;
        this.sites = sites;
    }

    private static Map<String, AppointmentKind> ofCase() {
        Map<String, AppointmentKind> kinds = new LinkedHashMap<>();
        List.of("nextVisitDate", "nextMeetingDate", "nextChoiceVisit")
                .forEach(key -> kinds.put(key, AppointmentKind.MEETING));
        List.of("nextHealthVisit", "nextDrugsVisit", "nextFamilyVisit", "nextHomeVisit", "nextHerselfVisit")
                .forEach(key -> kinds.put(key, AppointmentKind.MEETING));
        List.of("midwifeAppointment", "firstHealthAppointment", "firstTreatmentAppointment", "screenAgreedFor")
                .forEach(key -> kinds.put(key, AppointmentKind.APPOINTMENT));
        List.of("familyVisitOn", "childContactOn").forEach(key -> kinds.put(key, AppointmentKind.VISIT));
        kinds.put("withdrawalReviewOn", AppointmentKind.REVIEW);
        kinds.put("firstMeetingDate", AppointmentKind.CONTACT);
        kinds.put("workStartsOn", AppointmentKind.APPOINTMENT);
        return kinds;
    }

    /** Every appointment of that case that stands now, past ones too; none of a closed case. */
    List<Appointment> of(CaseFile file) {
        if (!file.isOpen()) {
            return List.of();
        }
        List<Appointment> found = new ArrayList<>();
        addRelease(file, found);
        addAnswers(file, found);
        referrals.of(file.caseNumber()).forEach(referral -> add(file, referral, found));
        steps.of(file.caseNumber()).forEach(step -> add(file, step, found));
        flags.open(file.caseNumber()).forEach(flag -> add(file, flag, found));
        contacts.of(file.caseNumber()).forEach(contact -> add(file, contact, found));
        return found;
    }

    private void addRelease(CaseFile file, List<Appointment> found) {
        file.releaseDateIfKnown()
                .filter(day -> file.isInCustody())
                .ifPresent(day ->
                        found.add(allDay(file, "release", AppointmentKind.RELEASE_DAY, about("releaseDate"), day)));
    }

    private void addAnswers(CaseFile file, List<Appointment> found) {
        Map<String, Object> answers = facts.of(file.caseNumber());
        OF_CASE.forEach((key, kind) ->
                day(answers, key).ifPresent(day -> found.add(allDay(file, "fact:" + key, kind, about(key), day))));
    }

    /** The first appointment with a provider. What the service is decides who may know of it. */
    private void add(CaseFile file, Referral referral, List<Appointment> found) {
        if (referral.appointmentDate() == null || !BOOKED.contains(referral.status())) {
            return;
        }
        Set<InformationKind> about = EnumSet.copyOf(about("appointmentDate"));
        about.addAll(referral.kind().informationKinds());
        found.add(new Appointment(
                referral.subject(),
                AppointmentKind.APPOINTMENT,
                about,
                referral.appointmentDate(),
                facts.value(file.caseNumber(), referral.subject(), "appointmentTime")
                        .flatMap(RecordedAppointments::time),
                Optional.empty()));
    }

    /** A programme begins, or her family comes. */
    private void add(CaseFile file, ProgrammeStep step, List<Appointment> found) {
        if (NOT_ANY_MORE.contains(step.status())) {
            return;
        }
        String scope = "step:" + step.id();
        Map<String, Object> answers = facts.of(file.caseNumber(), scope);
        STARTS.stream()
                .flatMap(key -> day(answers, key).stream())
                .findFirst()
                .ifPresent(day ->
                        found.add(allDay(file, scope + ":start", AppointmentKind.START, about("startDate"), day)));
        day(answers, "visitDate")
                .ifPresent(day ->
                        found.add(allDay(file, scope + ":visit", AppointmentKind.VISIT, about("visitDate"), day)));
    }

    /** Her care plan is looked at again. */
    private void add(CaseFile file, Flag flag, List<Appointment> found) {
        String scope = "urgent:" + flag.id();
        day(facts.of(file.caseNumber(), scope), "carePlanReviewOn")
                .ifPresent(
                        day -> found.add(allDay(file, scope, AppointmentKind.REVIEW, about("carePlanReviewOn"), day)));
    }

    private void add(CaseFile file, Contact contact, List<Appointment> found) {
        if ("due".equals(contact.outcome()) && contact.dueAt() != null) {
            found.add(allDay(
                    file,
                    "contact:" + contact.id(),
                    AppointmentKind.CONTACT,
                    about("contactRescheduledTo"),
                    calendar.dateAt(file.site(), contact.dueAt())));
        }
    }

    private Appointment allDay(
            CaseFile file, String source, AppointmentKind kind, Set<InformationKind> about, LocalDate day) {
        Optional<String> place = kind.isAtSite() && file.isInCustody()
                ? sites.find(file.site()).map(site -> site.code())
                : Optional.empty();
        return new Appointment(source, kind, about, day, Optional.empty(), place);
    }

    private static Set<InformationKind> about(String fact) {
        return CaseView.kindsOfFacts(Set.of(fact));
    }

    private static Optional<LocalDate> day(Map<String, Object> answers, String key) {
        return Optional.ofNullable(answers.get(key)).map(day -> LocalDate.parse(day.toString()));
    }

    /** People write times as they like; what is not read as one leaves the appointment its day. */
    private static Optional<LocalTime> time(Object written) {
        String digits = written.toString().strip().replace('.', ':');
        try {
            return Optional.of(LocalTime.parse(digits.indexOf(':') == 1 ? "0" + digits : digits));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
