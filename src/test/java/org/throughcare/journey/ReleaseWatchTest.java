package org.throughcare.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.ProcessTest;
import org.throughcare.time.WorkingCalendar;

/** The release date drives the clock: domain rule 6. */
class ReleaseWatchTest extends ProcessTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    Journeys journeys;

    @Autowired
    WorkingCalendar calendar;

    @Test
    void caseManagementBeginsTheDecidedNumberOfMonthsBeforeHerRelease() {
        LocalDate release = LocalDate.of(2027, 1, 12);
        String caseNumber = sentencedUntil(release);
        Instant start = calendar.startOfDay("north", release.minusMonths(leadMonths(caseNumber)));

        advanceTo(start.minusSeconds(1));
        assertThat(messages.isRunning("caseManagement", caseNumber)).isFalse();

        advanceTo(start);
        assertThat(messages.isRunning("caseManagement", caseNumber)).isTrue();
    }

    @Test
    void aReleaseInsideTheWindowStartsCaseManagementAtOnceWithoutATimer() {
        String caseNumber = sentencedUntil(LocalDate.of(2026, 3, 30));

        assertThat(messages.isRunning("caseManagement", caseNumber)).isTrue();
    }

    @Test
    void aMovedReleaseDateReArmsTheTimer() {
        String caseNumber = sentencedUntil(LocalDate.of(2027, 1, 12));
        LocalDate later = LocalDate.of(2027, 6, 12);

        journeys.moveReleaseDate(caseNumber, Optional.of(later), "Days added.");

        Instant start = calendar.startOfDay("north", later.minusMonths(leadMonths(caseNumber)));
        advanceTo(start.minusSeconds(1));
        assertThat(messages.isRunning("caseManagement", caseNumber)).isFalse();
        advanceTo(start);
        assertThat(messages.isRunning("caseManagement", caseNumber)).isTrue();
        assertThat(journalOf(caseNumber, "releaseDateChanged")).hasSize(1);
        assertThat(cases.get(caseNumber).releaseDateIfKnown()).contains(later);
    }

    @Test
    void aDateMovedIntoTheWindowStartsCaseManagementAtOnce() {
        String caseNumber = sentencedUntil(LocalDate.of(2027, 1, 12));

        journeys.moveReleaseDate(caseNumber, Optional.of(LocalDate.of(2026, 3, 20)), "Appeal allowed in part.");

        assertThat(messages.isRunning("caseManagement", caseNumber)).isTrue();
        assertThat(cases.get(caseNumber).track()).isEqualTo("short");
    }

    @Test
    void aDateMovedIntoThePastBringsReleaseDayAtOnce() {
        String caseNumber = sentencedUntil(LocalDate.of(2027, 1, 12));

        journeys.moveReleaseDate(caseNumber, Optional.of(LocalDate.of(2026, 1, 10)), "Time already served.");

        assertThat(messages.isRunning("releaseDay", caseNumber)).isTrue();
        assertThat(messages.isRunning("admission", caseNumber)).isFalse();
    }

    @Test
    void aRemovedDateStopsEveryTimerThatHangsOnIt() {
        String caseNumber = sentencedUntil(LocalDate.of(2026, 10, 12));

        journeys.moveReleaseDate(caseNumber, Optional.empty(), "Sentence under appeal.");

        assertThat(managementService
                        .createJobQuery()
                        .timers()
                        .activityId("TimerEvent_MilestoneReached")
                        .count())
                .isZero();
        advanceTo(calendar.startOfDay("north", LocalDate.of(2026, 11, 1)));
        assertThat(messages.isRunning("releaseDay", caseNumber)).isFalse();
        assertThat(messages.isAwaited("ReleaseDateChanged", caseNumber)).isTrue();
    }

    @Test
    void remandHasNoDateAndCaseManagementAtOnceUntilADateIsKnown() {
        String caseNumber = register("remand", null);
        assertThat(cases.get(caseNumber).track()).isEqualTo("remand");
        assertThat(messages.isRunning("caseManagement", caseNumber)).isTrue();

        journeys.changeLegalStatus(caseNumber, "sentenced");
        journeys.moveReleaseDate(caseNumber, Optional.of(LocalDate.of(2026, 11, 12)), "Sentenced today.");

        assertThat(cases.get(caseNumber).track()).isEqualTo("full");
        advanceTo(calendar.startOfDay("north", LocalDate.of(2026, 10, 1)).plus(Duration.ofHours(1)));
        assertThat(messages.isRunning("handover", caseNumber)).isTrue();
    }

    @Test
    void aReleaseFromCourtEndsCustodyAtAnyMoment() {
        String caseNumber = register("remand", null);

        journeys.release(caseNumber, clock.instant());

        assertThat(messages.isRunning("releaseDay", caseNumber)).isTrue();
        assertThat(messages.isRunning("admission", caseNumber)).isFalse();
        assertThat(cases.get(caseNumber).releasedAtIfReleased()).contains(clock.instant());
    }

    @Test
    void releaseDayBeginsAtMidnightOfHerSiteInSummerToo() {
        String caseNumber = sentencedUntil(LocalDate.of(2026, 6, 15));

        advanceTo(Instant.parse("2026-06-14T22:59:59Z"));
        assertThat(messages.isRunning("releaseDay", caseNumber)).isFalse();
        advanceTo(Instant.parse("2026-06-14T23:00:00Z"));
        assertThat(messages.isRunning("releaseDay", caseNumber)).isTrue();
    }

    @Test
    void releaseOnTheDayTheClocksGoBackBeginsOnce() {
        String caseNumber = sentencedUntil(LocalDate.of(2026, 10, 25));

        advanceTo(Instant.parse("2026-10-24T22:59:59Z"));
        assertThat(messages.isRunning("releaseDay", caseNumber)).isFalse();
        advanceTo(Instant.parse("2026-10-25T04:00:00Z"));
        assertThat(messages.isRunning("releaseDay", caseNumber)).isTrue();
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .processDefinitionKey("releaseDay")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void releaseOnTheTwentyNinthOfFebruaryHasItsDay() {
        clock.freezeAt(Instant.parse("2028-01-31T10:00:00Z"));
        String caseNumber = sentencedUntil(LocalDate.of(2028, 2, 29));

        advanceTo(Instant.parse("2028-02-28T23:59:59Z"));
        assertThat(messages.isRunning("releaseDay", caseNumber)).isFalse();
        advanceTo(Instant.parse("2028-02-29T00:00:00Z"));
        assertThat(messages.isRunning("releaseDay", caseNumber)).isTrue();
    }

    @Test
    void aServerThatWasDownOverTheDateBringsEveryStepOnceAndInOrder() {
        String caseNumber = sentencedUntil(LocalDate.of(2026, 6, 15));

        clock.freezeAt(Instant.parse("2026-06-18T08:00:00Z"));
        runJobs();

        assertThat(messages.isRunning("releaseDay", caseNumber)).isTrue();
        assertThat(journalOf(caseNumber, "phaseEntered"))
                .extracting(entry -> entry.details().get("phase"))
                .containsSubsequence("caseManagement", "releaseDay")
                .doesNotHaveDuplicates();
    }

    private long leadMonths(String caseNumber) {
        return ((Number) runtimeService
                        .createVariableInstanceQuery()
                        .variableName("leadMonths")
                        .processInstanceIdIn(runtimeService
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(caseNumber)
                                .processDefinitionKey("journey")
                                .singleResult()
                                .getId())
                        .singleResult()
                        .getValue())
                .longValue();
    }

    private String sentencedUntil(LocalDate release) {
        return register("sentenced", release);
    }

    private String register(String legalStatus, LocalDate release) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("prisonNumber", "R%04dWT".formatted(NUMBER.incrementAndGet()));
        answers.put("womanName", "Release Watch");
        answers.put("dateOfBirth", "1991-03-04");
        answers.put("site", "north");
        answers.put("admissionDate", calendar.today("north").toString());
        answers.put("legalStatus", legalStatus);
        answers.put("releaseDate", release == null ? null : release.toString());
        answers.put("homeDistrict", "Northtown");
        answers.put("language", "English");
        return journeys.register(answers);
    }
}
