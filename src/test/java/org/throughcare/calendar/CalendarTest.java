package org.throughcare.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.DatabaseDump;
import org.throughcare.StaffOfTest;
import org.throughcare.WebTest;
import org.throughcare.access.AccessLog;
import org.throughcare.casefile.Contacts;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.NewFlag;
import org.throughcare.casefile.NewStep;
import org.throughcare.casefile.ProgrammeSteps;
import org.throughcare.casefile.UrgentFlags;
import org.throughcare.caseload.StaffMembers;
import org.throughcare.caseload.Supervision;
import org.throughcare.referrals.NewReferral;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;

/** A case manager has her appointments in the calendar of her phone, and the phone tells nothing of anybody. */
@ExtendWith(OutputCaptureExtension.class)
class CalendarTest extends WebTest {

    private static final String CANARY = "Zaunkoenigin";

    @Autowired
    Referrals referrals;

    @Autowired
    Contacts contacts;

    @Autowired
    ProgrammeSteps steps;

    @Autowired
    UrgentFlags flags;

    @Autowired
    Supervision supervision;

    @Autowired
    StaffMembers staffMembers;

    @Autowired
    AccessLog accessLog;

    @Autowired
    DataSource database;

    private StaffOfTest staff;
    private String kiri;
    private String caseNumber;

    @BeforeEach
    void aWomanWithHerCaseManager() {
        staff = StaffOfTest.alone(staffMembers);
        kiri = person(staff.caseManager("kiri"), "caseManager.north");
        person("supervisor.north", "supervisor.north");
        person("supervisor.south", "supervisor.south");
        caseNumber = aWoman().named(CANARY + " Name")
                .ownedBy(kiri)
                .releasedOn(LocalDate.of(2028, 2, 29))
                .admitted();
    }

    @AfterEach
    void everybodyGoesHome() {
        staff.leave();
        identityService.deleteUser(kiri);
    }

    @Test
    void everyKindOfAppointmentOfTheRecordIsThereInAWordThatTellsNothing() {
        clock.freezeAt(Instant.parse("2026-03-02T09:00:00Z"));
        note(Map.of(
                "nextMeetingDate", "2026-03-10",
                "nextHealthVisit", "2026-03-11",
                "midwifeAppointment", "2026-03-12",
                "familyVisitOn", "2026-03-13",
                "threatFrom", CANARY,
                "safeAddress", CANARY));
        Referral refuge = referralTo("womensRefuge");
        referrals.booked(refuge.id(), LocalDate.of(2026, 3, 29));
        facts.put(
                caseNumber,
                refuge.subject(),
                Map.of(
                        "appointmentTime",
                        "9:30",
                        "appointmentPlace",
                        CANARY + " Street 4",
                        "appointmentCompany",
                        CANARY),
                "test");
        contacts.schedule(caseNumber, "followUp", "inPerson", Instant.parse("2026-04-01T08:00:00Z"));
        steps.plan(caseNumber, List.of(new NewStep(1, "addictionsProgramme", "programme", null, "She asked for it.")));
        facts.put(caseNumber, "step:" + steps.of(caseNumber).get(0).id(), Map.of("startDate", "2026-04-02"), "test");
        long flag = flags.raise(new NewFlag(
                caseNumber,
                "selfHarm",
                "immediate",
                "mentalHealth",
                clock.instant().plusSeconds(3600),
                CANARY));
        facts.put(caseNumber, "urgent:" + flag, Map.of("carePlanReviewOn", "2026-03-03"), "test");

        String feed = feedOf(address(kiri)).text();

        assertThat(titles(feed))
                .containsExactly(
                        caseNumber + " · Review",
                        caseNumber + " · Meeting",
                        caseNumber + " · Meeting",
                        caseNumber + " · Appointment",
                        caseNumber + " · Visit",
                        caseNumber + " · Appointment",
                        caseNumber + " · Contact",
                        caseNumber + " · Start",
                        caseNumber + " · Release day");
        assertThat(feed.toLowerCase())
                .doesNotContain(CANARY.toLowerCase())
                .doesNotContain("refuge", "midwife", "health", "addiction", "housing", "prison", "harm", "north house");
        assertThat(events(feed).stream().flatMap(event -> event.getProperties().stream()))
                .extracting(Property::getName)
                .containsOnly(
                        "UID",
                        "DTSTAMP",
                        "LAST-MODIFIED",
                        "SEQUENCE",
                        "STATUS",
                        "CLASS",
                        "DTSTART",
                        "DTEND",
                        "TRANSP",
                        "SUMMARY",
                        "LOCATION");
        assertThat(events(feed).stream()
                        .filter(event -> value(event, "SUMMARY").startsWith(caseNumber))
                        .flatMap(event -> event.getProperties("LOCATION").stream()))
                .extracting(Property::getValue)
                .as("her site while she is held, and no other place")
                .containsOnly("NORTH")
                .hasSize(6);
    }

    @Test
    void timesAreRightOnTheDayTheClocksChangeAndLeapDaysAreDays() {
        clock.freezeAt(Instant.parse("2026-03-02T09:00:00Z"));
        Referral referral = referralTo("housing");
        referrals.booked(referral.id(), LocalDate.of(2026, 3, 28));
        at(referral, "9.30");
        assertThat(start(event("Appointment"))).isEqualTo("20260328T093000Z");
        referrals.booked(referral.id(), LocalDate.of(2026, 3, 29));
        assertThat(start(event("Appointment"))).isEqualTo("20260329T083000Z");
        assertThat(value(event("Appointment"), "DTEND")).isEqualTo("20260329T093000Z");
        at(referral, "after the doctor");
        assertThat(start(event("Appointment"))).isEqualTo("20260329");

        VEvent release = event("Release day");
        assertThat(start(release)).isEqualTo("20280229");
        assertThat(value(release, "DTEND")).isEqualTo("20280301");
        assertThat(release.getRequiredProperty("DTSTART").getParameters()).hasToString("[VALUE=DATE]");
    }

    @Test
    void aChangeIsTheSameAppointmentWithAHigherNumberAndOneCalledOffSaysSo() {
        Referral referral = referralTo("housing");
        referrals.booked(referral.id(), LocalDate.of(2026, 2, 2));
        VEvent first = event("Appointment");
        assertThat(value(first, "SEQUENCE")).isEqualTo("0");
        assertThat(value(first, "LAST-MODIFIED")).isEqualTo("20260112T090000Z");
        clock.freezeAt(START.plus(Duration.ofDays(1)));
        assertThat(event("Appointment")).as("nothing has changed").isEqualTo(first);

        referrals.booked(referral.id(), LocalDate.of(2026, 2, 4));
        VEvent moved = event("Appointment");
        assertThat(value(moved, "UID")).isEqualTo(value(first, "UID"));
        assertThat(value(moved, "SEQUENCE")).isEqualTo("1");
        assertThat(value(moved, "LAST-MODIFIED")).isEqualTo("20260113T090000Z");
        assertThat(value(moved, "STATUS")).isEqualTo("CONFIRMED");

        referrals.close(referral.id(), Referrals.WITHDRAWN);
        VEvent off = event("Appointment");
        assertThat(value(off, "UID")).isEqualTo(value(first, "UID"));
        assertThat(value(off, "SEQUENCE")).isEqualTo("2");
        assertThat(value(off, "STATUS")).isEqualTo("CANCELLED");

        clock.freezeAt(Instant.parse("2026-03-10T09:00:00Z"));
        assertThat(titles(feedOf(address(kiri)).text()))
                .as("a month after its day it is forgotten")
                .containsExactly(caseNumber + " · Release day");
    }

    @Test
    void whatTookPlaceOnItsDayIsNotCalledOff() {
        note(Map.of("nextMeetingDate", "2026-01-14"));
        assertThat(start(event("Meeting"))).isEqualTo("20260114");

        clock.freezeAt(Instant.parse("2026-01-14T15:00:00Z"));
        facts.put(caseNumber, Facts.CASE, java.util.Collections.singletonMap("nextMeetingDate", null), "test");

        assertThat(value(event("Meeting"), "STATUS")).isEqualTo("CONFIRMED");
    }

    @Test
    void herRightsAreAskedEachTime() {
        String address = address(kiri);
        String other = aWoman().at("south").ownedBy(kiri).admitted();
        assertThat(feedOf(address).text()).contains(caseNumber).doesNotContain(other);

        assertThat(put(
                                "supervisor.north",
                                "/api/cases/" + caseNumber + "/restriction",
                                Map.of("readers", List.of("supervisor.north")))
                        .status())
                .isEqualTo(200);
        assertThat(feedOf(address).text()).as("restricted").doesNotContain(caseNumber);
        assertThat(put(
                                "supervisor.north",
                                "/api/cases/" + caseNumber + "/restriction",
                                Map.of("readers", List.of(kiri)))
                        .status())
                .isEqualTo(200);
        assertThat(feedOf(address).text()).contains(caseNumber);

        cases.transfer(caseNumber, "south");
        assertThat(feedOf(address).text()).as("at another site").doesNotContain(caseNumber);
        cases.transfer(caseNumber, "north");
        cases.assignCaseManager(caseNumber, "another");
        assertThat(feedOf(address).text()).as("another's case").doesNotContain(caseNumber);
        cases.assignCaseManager(caseNumber, kiri);
        assertThat(feedOf(address).text()).contains(caseNumber);

        identityService.deleteMembership(kiri, "caseManager.north");
        Answer withoutRole = feedOf(address);
        assertThat(withoutRole.status()).isEqualTo(200);
        assertThat(titles(withoutRole.text())).as("without a role").isEmpty();
        identityService.createMembership(kiri, "caseManager.north");

        cases.close(caseNumber, "deported");
        assertThat(feedOf(address).text()).as("closed").doesNotContain(caseNumber);

        identityService.deleteUser(kiri);
        assertThat(feedOf(address).status()).as("a removed user").isEqualTo(404);
    }

    @Test
    void whoHasATaskSeesWhatHerRoleMayKnow() {
        String officer = person("calendar.officer", "caseOfficer.north");
        String nurse = person("calendar.nurse", "healthcare.north");
        note(Map.of("midwifeAppointment", "2026-03-12", "nextMeetingDate", "2026-03-10"));
        assertThat(titles(feedOf(address(officer)).text())).isEmpty();
        start("admission", caseNumber);
        runJobs();
        String task = task(caseNumber, "UserTask_MeetOnArrival").getId();

        taskService.setAssignee(task, officer);
        assertThat(titles(feedOf(address(officer)).text()))
                .containsExactly(caseNumber + " · Meeting", caseNumber + " · Release day");
        taskService.setAssignee(task, nurse);
        assertThat(titles(feedOf(address(nurse)).text()))
                .containsExactly(
                        caseNumber + " · Meeting", caseNumber + " · Appointment", caseNumber + " · Release day");
        assertThat(titles(feedOf(address(officer)).text()))
                .as("the task is another's")
                .isEmpty();
    }

    @Test
    void supervisionIsThereForBothAndNamesNobody() {
        supervision.ensureScheduled();
        runJobs();
        Instant at = supervision.nextOf(kiri).orElseThrow();

        String own = feedOf(address(kiri)).text();
        String ofSupervisor = feedOf(address("supervisor.north")).text();

        assertThat(start(event(own, "Supervision"))).isEqualTo(at.toString().replaceAll("[-:]", ""));
        assertThat(event(ofSupervisor, "Supervision").getUid())
                .isEqualTo(event(own, "Supervision").getUid());
        assertThat(ofSupervisor).doesNotContain(kiri, "kiri");
        assertThat(titles(feedOf(address("supervisor.south")).text())).isEmpty();
    }

    @Test
    void anAddressOpensTheCalendarAndNothingElseUntilItIsReplacedRevokedOrOver() {
        Answer before = get(kiri, "/api/calendar");
        assertThat(before.json().has("address")).isFalse();
        Answer made = post(kiri, "/api/calendar/address", Map.of());
        assertThat(made.status()).isEqualTo(201);
        String address = path(made);
        assertThat(address).matches("/calendar/[A-Za-z0-9_-]{43}\\.ics");
        assertThat(made.json().path("endsOn").asText()).isEqualTo("2026-07-11");

        Answer feed = feedOf(address);
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(feed.headers().firstValue("Cache-Control").orElseThrow()).isEqualTo("no-store");
        assertThat(feed.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(get(kiri, "/api/calendar")
                        .json()
                        .path("address")
                        .path("lastReadAt")
                        .asText())
                .isEqualTo("2026-01-12T09:00:00Z");
        assertThat(send(request(null, address).method("HEAD", BodyPublishers.noBody()))
                        .status())
                .isEqualTo(200);
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            assertThat(send(request(null, address).method(method, BodyPublishers.noBody()))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(get(null, "/api/calendar/mine.ics").status()).isEqualTo(401);
        assertThat(get(null, address.replace(".ics", "")).status()).isEqualTo(401);

        String renewed = address(kiri);
        assertThat(feedOf(address).status()).isEqualTo(404);
        assertThat(feedOf(renewed).status()).isEqualTo(200);
        assertThat(delete(kiri, "/api/calendar/address").status()).isEqualTo(204);
        assertThat(feedOf(renewed).status()).isEqualTo(404);
        assertThat(get(kiri, "/api/calendar").json().has("address")).isFalse();
        assertThat(JdbcClient.create(database)
                        .sql(
                                """
                        select kind from journal_entry
                        where kind like 'calendarAddress%' and written_by = ? order by id""")
                        .param(kiri)
                        .query(String.class)
                        .list())
                .containsExactly("calendarAddressMade", "calendarAddressMade", "calendarAddressRevoked");

        String last = address(kiri);
        clock.freezeAt(Instant.parse("2026-07-11T20:00:00Z"));
        assertThat(feedOf(last).status()).isEqualTo(200);
        clock.freezeAt(Instant.parse("2026-07-12T09:00:00Z"));
        assertThat(feedOf(last).status()).isEqualTo(404);
    }

    @Test
    void anUnknownAddressIsNothingAndGuessingIsSlowedDown() {
        Instant later = START.plus(Duration.ofDays(400));
        clock.freezeAt(later);
        String right = address(kiri);
        assertThat(get(kiri, "/calendar/unknown.ics").status()).isEqualTo(404);
        int status = 0;
        for (int tries = 0; tries < 110; tries++) {
            status = get(null, "/calendar/" + "x".repeat(40) + (100 + tries) + ".ics")
                    .status();
        }
        assertThat(status).isEqualTo(429);
        assertThat(feedOf(right).status()).isEqualTo(429);
        assertThat(get(kiri, "/api/session").status()).as("signing in goes on").isEqualTo(200);

        clock.freezeAt(later.plus(Duration.ofMinutes(2)));
        assertThat(feedOf(right).status()).isEqualTo(200);
        assertThat(get(null, "/calendar/unknown.ics").status())
                .as("counted anew")
                .isEqualTo(404);
    }

    @Test
    void theSecretIsKeptNowhereAndReadingLeavesALine(CapturedOutput log) {
        String address = address(kiri);
        feedOf(address);
        String secret = address.substring(10, 53);
        feedOf("/calendar/" + secret.substring(1) + "A.ics");

        assertThat(DatabaseDump.of(database).tablesThatHold(secret)).isEmpty();
        assertThat(log.getAll()).doesNotContain(secret, secret.substring(1));
        String metrics = get(person("calendar.manager", "manager"), "/actuator/prometheus")
                .text();
        assertThat(metrics).doesNotContain(secret, secret.substring(1));
        assertThat(accessLog.of(caseNumber)).anySatisfy(line -> {
            assertThat(line.by()).isEqualTo(kiri);
            assertThat(line.place()).isEqualTo("CALENDAR");
            assertThat(line.kinds()).containsExactlyInAnyOrder("IDENTITY", "PLAN");
        });
    }

    @Test
    void oneAppointmentIsAFileForWhoMayKnowOfIt() {
        note(Map.of("midwifeAppointment", "2026-03-12", "nextMeetingDate", "2026-03-10"));
        List<String> files = get(kiri, "/api/calendar").json().findValuesAsText("file");
        assertThat(files).hasSize(3);

        Answer meeting = get(kiri, files.get(0));
        assertThat(titles(meeting.text())).containsExactly(caseNumber + " · Meeting");
        assertThat(meeting.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", caseNumber + ".ics");

        String colleague = person("calendar.colleague", "caseManager.north");
        assertThat(get(colleague, files.get(0)).status())
                .as("plans are open to case managers")
                .isEqualTo(200);
        assertThat(get(colleague, files.get(1)).status()).as("health is not").isEqualTo(404);
        assertThat(get(kiri, files.get(1)).status()).isEqualTo(200);
        for (String user :
                List.of(person("calendar.elsewhere", "caseManager.south"), person("calendar.manager", "manager"))) {
            assertThat(get(user, files.get(0)).status()).as(user).isEqualTo(404);
        }
        assertThat(get(person("calendar.provider", "provider.harbourHouse"), files.get(0))
                        .status())
                .isEqualTo(403);
        assertThat(get("calendar.provider", "/api/calendar").status()).isEqualTo(403);
        assertThat(post("calendar.provider", "/api/calendar/address", Map.of()).status())
                .isEqualTo(403);
        assertThat(get(kiri, files.get(0).replaceAll("appointments/.*", "appointments/none.ics"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void ofAnErasedWomanNothingIsLeft() {
        note(Map.of("nextMeetingDate", "2026-03-10"));
        String address = address(kiri);
        feedOf(address);
        assertThat(DatabaseDump.of(database).tablesThatHold(caseNumber)).contains("calendar_entry");
        cases.close(caseNumber, "deported");

        Answer erased = post(
                person("calendar.admin", "camunda-admin"),
                "/api/cases/" + caseNumber + "/erasure",
                Map.of("confirm", caseNumber, "reason", "order", "reference", "R-17/26"));

        assertThat(erased.status()).as(erased.text()).isLessThan(300);
        assertThat(DatabaseDump.of(database).tablesThatHold(caseNumber)).doesNotContain("calendar_entry");
        assertThat(titles(feedOf(address).text())).isEmpty();
    }

    private void note(Map<String, Object> answers) {
        facts.put(caseNumber, Facts.CASE, answers, "test");
    }

    private Referral referralTo(String service) {
        return referrals.get(referrals
                .open(new NewReferral(
                        caseNumber, service, "preRelease", "now", "releaseCoordinator", "soon", CANARY + " reason"))
                .orElseThrow());
    }

    private void at(Referral referral, String time) {
        facts.put(caseNumber, referral.subject(), Map.of("appointmentTime", time), "test");
    }

    private String address(String user) {
        return path(post(user, "/api/calendar/address", Map.of()));
    }

    private static String path(Answer made) {
        String url = made.json().path("url").asText();
        return url.substring(url.indexOf("/calendar/"));
    }

    private Answer feedOf(String address) {
        return get(null, address);
    }

    private VEvent event(String words) {
        return event(feedOf(address(kiri)).text(), words);
    }

    private static VEvent event(String feed, String words) {
        List<VEvent> found = events(feed).stream()
                .filter(event -> value(event, "SUMMARY").endsWith(words))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** Without supervision, which is about no case. */
    private static List<String> titles(String feed) {
        return events(feed).stream()
                .map(event -> value(event, "SUMMARY"))
                .filter(title -> !title.equals("Supervision"))
                .toList();
    }

    private static List<VEvent> events(String feed) {
        try {
            Calendar calendar = new CalendarBuilder().build(new StringReader(feed));
            List<VEvent> events = calendar.getComponents("VEVENT");
            if (!events.isEmpty()) {
                assertThat(calendar.validate().getEntries()).isEmpty();
            }
            return events;
        } catch (Exception e) {
            throw new AssertionError("No calendar: " + feed, e);
        }
    }

    private static String start(VEvent event) {
        return value(event, "DTSTART");
    }

    private static String value(VEvent event, String property) {
        Optional<Property> found = event.getProperty(property);
        return found.orElseThrow().getValue();
    }
}
