package org.throughcare.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.throughcare.PostgresDatabase;
import org.throughcare.ProcessTest;
import org.throughcare.journey.Journeys;
import org.throughcare.time.WorkingCalendar;

/**
 * Time itself goes wrong, or a job never works. The engine's own workers do what is due here, as in production; only the
 * clock is the test's.
 */
@ContextConfiguration(initializers = PostgresDatabase.class)
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
@TestMethodOrder(OrderAnnotation.class)
class TimeFaultsIT extends ProcessTest {

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final int WOMEN = Math.max(5, Size.CASES / 20);

    @Autowired
    private Journeys journeys;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private ProcessEngineConfigurationImpl configuration;

    @Value("${spring.datasource.url}")
    private String database;

    private final Ledger ledger = new Ledger();
    private JdbcClient owner;

    @BeforeEach
    void workersRestFirst() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database + "?user=postgres");
        owner = JdbcClient.create(source);
        workers().shutdown();
    }

    @AfterEach
    void workersRestAgainAndCasesAreClosed() {
        workers().shutdown();
        // the test's processes are removed after this; their cases are nothing that waits for them
        owner.sql("update case_file set status = 'closed', closed_at = opened_at, open_prison_number = null")
                .update();
    }

    private JobExecutor workers() {
        return configuration.getJobExecutor();
    }

    @Test
    @Order(9)
    void downOverTheReleaseDateForThreeDaysEachStepComesOnceAndInOrderAndLatenessIsTold() {
        LocalDate release = LocalDate.of(2026, 6, 15);
        List<String> women = admit(WOMEN, release);
        workUntil(Instant.parse("2026-06-14T12:00:00Z"));

        clock.freezeAt(Instant.parse("2026-06-18T08:00:00Z"));
        await().alias("lateness as operations read it")
                .atMost(PATIENCE)
                .until(() -> lag() > Duration.ofDays(3).toSeconds());
        Map<String, Long> firedBefore = fired();
        List<Job> due = dueJobs();
        Instant again = Instant.now();
        workUntil(clock.instant());
        // late timers of one case that meet in the database: one goes on, the other is tried again
        int met = (int) managementService.createJobQuery().withException().count();
        workUntil(clock.instant().plus(Duration.ofMinutes(2)));
        Duration recovery = Duration.between(again, Instant.now());

        assertThat(due).hasSizeGreaterThanOrEqualTo(WOMEN);
        await().alias("nothing is late any more").atMost(PATIENCE).until(() -> lag() == 0);
        assertThat(women).allSatisfy(woman -> {
            assertThat(journalOf(woman, "phaseEntered"))
                    .extracting(entry -> entry.details().get("phase"))
                    .containsSubsequence("caseManagement", "handover", "releaseDay")
                    .doesNotHaveDuplicates();
            assertThat(messages.isRunning("releaseDay", woman)).isTrue();
        });
        keep(
                9,
                "Down over the release date",
                "3 days, " + WOMEN + " women",
                recovery,
                againstDoubles(firedBefore, due),
                due.size()
                        + " timers fell due while nothing ran. At the start each fired once, each woman's phases came in"
                        + " their order, the lag was told by `throughcare_timers_lag_seconds`. " + met
                        + " late timers met another of the same case in the database and were tried"
                        + " again within two minutes.");
    }

    @Test
    @Order(10)
    void steppedClocksDaylightSavingAndLeapDaysBringEachDayOnce() {
        List<String> findings = new ArrayList<>();
        Map<LocalDate, String> midnights = new LinkedHashMap<>();
        midnights.put(LocalDate.of(2026, 3, 29), "2026-03-29T00:00:00Z");
        midnights.put(LocalDate.of(2026, 10, 25), "2026-10-24T23:00:00Z");
        midnights.put(LocalDate.of(2028, 2, 29), "2028-02-29T00:00:00Z");
        midnights.forEach((day, midnight) -> findings.addAll(dayComesOnce(day, Instant.parse(midnight))));
        keep(
                10,
                "The clock steps; daylight saving; leap day",
                WOMEN + " women for each of 3 days",
                null,
                findings,
                "Release on the day when clocks go forward, on the day when they go back, and on 29 February. Shortly after"
                        + " her site's midnight the clock of the node is set forward an hour, back an hour and right again:"
                        + " release day begins once, at its site's midnight and not before.");
    }

    private List<String> dayComesOnce(LocalDate release, Instant midnight) {
        clock.freezeAt(midnight.minus(Duration.ofDays(60)));
        List<String> women = admit(WOMEN, release);
        for (Duration before : List.of(Duration.ofDays(59), Duration.ofDays(30), Duration.ofSeconds(1))) {
            workUntil(midnight.minus(before));
        }
        assertThat(women).noneMatch(woman -> messages.isRunning("releaseDay", woman));
        for (Duration step :
                List.of(Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofHours(-1), Duration.ofSeconds(30))) {
            workUntil(midnight.plus(step));
        }
        assertThat(women).allMatch(woman -> messages.isRunning("releaseDay", woman));
        return owner.sql(
                        """
                select 'release day of ' || business_key_ from act_hi_procinst
                where proc_def_key_ = 'releaseDay' group by business_key_ having count(*) > 1""")
                .query(String.class)
                .list();
    }

    @Test
    @Order(11)
    void aCaseWhoseJobAlwaysFailsHoldsUpNobody() {
        LocalDate release = LocalDate.of(2026, 12, 14);
        Instant allDue = Instant.parse("2026-11-20T08:00:00Z");
        admitAtStart(release);
        Duration before = time(() -> workUntil(allDue));
        List<String> women = admitAtStart(release);
        String broken = women.get(Size.CASES / 2);
        breakRecordOf(broken);
        Duration with = time(() -> workUntil(allDue));

        List<Job> failed = failedJobsOf(broken);
        assertThat(failed).as("the job that fails").hasSize(1);
        // timers that met another of the same case in the database are tried again
        workUntil(allDue.plus(Duration.ofMinutes(2)));
        int tries = 5 - failed.get(0).getRetries();
        assertThat(tries).as("tries that the broken job took from the others").isOne();
        assertThat(women)
                .filteredOn(woman -> !woman.equals(broken))
                .allMatch(woman -> messages.isRunning("caseManagement", woman));
        mend();
        managementService.setJobDuedate(failed.get(0).getId(), java.util.Date.from(clock.instant()));
        workUntil(clock.instant());
        assertThat(messages.isRunning("caseManagement", broken)).isTrue();
        admitAtStart(release);
        Duration after = time(() -> workUntil(allDue));
        double without = (before.toMillis() + after.toMillis()) / 2000.0;
        keep(
                11,
                "A job that always fails",
                "1 among " + Size.CASES,
                null,
                List.of(),
                ("The same work for %d women was done without it in %.1f s before and %.1f s after, and in"
                                + " %.1f s with one whose job always fails: %.2f times as long as their mean. It took %d of"
                                + " the workers' tries meanwhile, the next ones after growing pauses. Mended and tried"
                                + " again, her case went on.")
                        .formatted(
                                Size.CASES,
                                seconds(before),
                                seconds(after),
                                seconds(with),
                                seconds(with) / without,
                                tries));
    }

    private List<Job> failedJobsOf(String caseNumber) {
        Set<String> hers =
                runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                        .map(ProcessInstance::getId)
                        .collect(Collectors.toSet());
        return managementService.createJobQuery().withException().list().stream()
                .filter(job -> hers.contains(job.getProcessInstanceId()))
                .toList();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private List<String> admitAtStart(LocalDate release) {
        clock.freezeAt(START);
        return admit(Size.CASES, release);
    }

    private void breakRecordOf(String caseNumber) {
        owner.sql(
                        """
                create or replace function broken_record() returns trigger language plpgsql as $$
                begin raise exception 'this record cannot be written'; end $$""")
                .update();
        owner.sql("create trigger broken_record before insert on journal_entry for each row when (new.case_number = '"
                        + caseNumber + "') execute function broken_record()")
                .update();
    }

    private void mend() {
        owner.sql("drop trigger broken_record on journal_entry").update();
    }

    private static Duration time(Runnable work) {
        Instant began = Instant.now();
        work.run();
        return Duration.between(began, Instant.now());
    }

    private List<String> admit(int women, LocalDate release) {
        List<String> admitted = new ArrayList<>();
        for (int number = 0; number < women; number++) {
            String prisonNumber = Load.nextPrisonNumber();
            Map<String, Object> answers = new HashMap<>();
            answers.put("prisonNumber", prisonNumber);
            answers.put("womanName", "Woman " + prisonNumber);
            answers.put(
                    "dateOfBirth",
                    LocalDate.of(1991, 3, 4).minusDays(number * 9L).toString());
            answers.put("site", Estate.SITES.get(number % 2));
            answers.put(
                    "admissionDate",
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString());
            answers.put("legalStatus", "sentenced");
            answers.put("releaseDate", release.toString());
            answers.put("homeDistrict", "Northtown");
            answers.put("language", "English");
            String caseNumber = journeys.register(answers);
            ledger.admission(prisonNumber, caseNumber);
            admitted.add(caseNumber);
        }
        return admitted;
    }

    /** The workers work until that moment, and rest then. */
    private void workUntil(Instant moment) {
        clock.freezeAt(moment);
        workers().start();
        untilNothingIsDue();
        workers().shutdown();
    }

    private void untilNothingIsDue() {
        await().alias("nothing is due any more")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> dueJobs().isEmpty());
    }

    private List<Job> dueJobs() {
        return managementService
                .createJobQuery()
                .withRetriesLeft()
                .active()
                .duedateLowerThan(java.util.Date.from(clock.instant().plusMillis(1)))
                .list();
    }

    private double lag() {
        return meters.get("throughcare.timers.lag").gauge().value();
    }

    private Map<String, Long> fired() {
        Map<String, Long> fired = new HashMap<>();
        owner.sql(
                        """
                select proc_inst_id_ || ' ' || act_id_, count(*) from act_hi_actinst
                where act_type_ in ('boundaryTimer', 'intermediateTimer') and end_time_ is not null
                  and act_inst_state_ <> 2 group by 1""")
                .query(row -> {
                    fired.put(row.getString(1), row.getLong(2));
                });
        return fired;
    }

    /** Timers that were due once and fired more than once. */
    private List<String> againstDoubles(Map<String, Long> before, List<Job> due) {
        Map<String, Long> jobs = new HashMap<>();
        due.forEach(job -> jobs.merge(
                job.getProcessInstanceId() + " "
                        + managementService
                                .createJobDefinitionQuery()
                                .jobDefinitionId(job.getJobDefinitionId())
                                .singleResult()
                                .getActivityId(),
                1L,
                Long::sum));
        Map<String, Long> after = fired();
        return jobs.entrySet().stream()
                .filter(place -> after.getOrDefault(place.getKey(), 0L) - before.getOrDefault(place.getKey(), 0L)
                        > place.getValue())
                .map(place -> "timer " + place.getKey())
                .toList();
    }

    private void keep(int number, String scenario, String how, Duration recovery, List<String> doubled, String note) {
        Audit.Findings findings = new Audit(owner, ledger, clock.instant()).look();
        findings.doubled().addAll(doubled);
        Verdict.keep(Verdict.of(number, scenario, how, ledger.acknowledged(), 0, findings, recovery, note), findings);
    }
}
