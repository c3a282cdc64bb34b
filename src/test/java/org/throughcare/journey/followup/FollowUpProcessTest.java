package org.throughcare.journey.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.AWoman;
import org.throughcare.ProcessTest;
import org.throughcare.casefile.Contact;
import org.throughcare.casefile.Contacts;
import org.throughcare.casefile.UrgentFlags;
import org.throughcare.time.WorkingCalendar;

/** What the tests of the year after release share: a woman who left prison at the start of time, and her contacts. */
abstract class FollowUpProcessTest extends ProcessTest {

    static final String MAKE_CONTACT = "UserTask_MakeContact";
    static final String TRY_OTHER_WAYS = "UserTask_TryOtherWays";

    static final Map<String, Object> UNSETTLED = Map.of("stable", "no", "riskLevel", "medium");
    static final Map<String, Object> SETTLED = Map.of("stable", "yes", "riskLevel", "low");

    @Autowired
    Contacts contacts;

    @Autowired
    UrgentFlags flags;

    @Autowired
    WorkingCalendar calendar;

    String her;
    String instance;

    @BeforeEach
    void noCaseYet() {
        her = null;
        instance = null;
    }

    /** She leaves prison now and follow-up begins. */
    void released(AWoman woman) {
        her = woman.releasedAt(clock.instant()).admitted();
        instance = start("followUp", her).getId();
        runJobs();
    }

    void released() {
        released(aWoman());
    }

    /** The next contact falls due. */
    void untilContactIsDue() {
        advanceTo(nextContact());
        assertThat(openTasks(her)).contains(MAKE_CONTACT);
    }

    /** She comes to the next contact. */
    void comesToContact(Map<String, Object> howSheIs) {
        untilContactIsDue();
        submitContact("kept", howSheIs);
    }

    /** She does not come to the next contact. */
    void missesContact() {
        untilContactIsDue();
        submitContact("missed", Map.of());
    }

    void submitContact(String outcome, Map<String, Object> more) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("contactOutcome", outcome);
        answers.put("contactChannel", "phone");
        answers.put("contactWorry", "none");
        answers.put("contactNote", "As the worker noted it.");
        answers.putAll(more);
        submit(her, MAKE_CONTACT, answers);
        runJobs();
    }

    /** She keeps every contact to the end of that day; how many there were. */
    int keepsContactsUntil(LocalDate lastDay, Map<String, Object> howSheIs) {
        Instant end = calendar.at(site(), lastDay, LocalTime.of(23, 0));
        int kept = 0;
        while (!nextContact().isAfter(end)) {
            comesToContact(howSheIs);
            kept++;
        }
        advanceTo(end);
        return kept;
    }

    /** She keeps contacts until the first month is over and the table looks at how settled she is. */
    void firstMonthsKept(Map<String, Object> howSheIs) {
        keepsContactsUntil(releaseDay().plusWeeks(6), howSheIs);
    }

    void search(String outcome) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("waysTried", List.of("provider", "outreach"));
        answers.put("searchOutcome", outcome);
        answers.put("searchNote", "What the worker learned.");
        if ("found".equals(outcome)) {
            answers.put("riskLevel", "medium");
        }
        submit(her, TRY_OTHER_WAYS, answers);
        runJobs();
    }

    Instant nextContact() {
        return date("nextContactAt");
    }

    Instant date(String variable) {
        return ((Date) runtimeService.getVariable(instance, variable)).toInstant();
    }

    /** The day of the next contact at her site. */
    LocalDate nextContactDay() {
        return calendar.dateAt(site(), nextContact());
    }

    LocalDate today() {
        return calendar.today(site());
    }

    LocalDate releaseDay() {
        return calendar.dateAt(site(), cases.get(her).releasedAt());
    }

    String site() {
        return cases.get(her).site();
    }

    Contact lastContactMade() {
        List<Contact> made = contacts.of(her).stream()
                .filter(contact -> contact.madeAt() != null)
                .toList();
        return made.get(made.size() - 1);
    }

    boolean hasEnded() {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                == 0;
    }

    void assertEndedAs(String closingReason, String endEvent) {
        assertThat(hasEnded()).as("follow-up has ended").isTrue();
        assertThat(historyService
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(endEvent)
                        .finished()
                        .count())
                .as(endEvent)
                .isEqualTo(1);
        assertThat(journalOf(her, "followUpEnded")).singleElement().satisfies(entry -> assertThat(entry.details())
                .containsEntry("closingReason", closingReason));
        assertThat(contacts.of(her)).noneMatch(contact -> "due".equals(contact.outcome()));
        assertThat(openTasks(her)).isEmpty();
    }
}
