package org.throughcare.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.WebTest;
import org.throughcare.journey.Journeys;

/** What those who run the product see of it, and what they do not. */
class OperationsMetricsTest extends WebTest {

    private static final Pattern OURS = Pattern.compile("throughcare_[a-z_]+");

    @Autowired
    OperationsMetrics metrics;

    @Autowired
    Journeys journeys;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void somebodyWhoWatches() {
        person("prometheus", "manager");
    }

    private String scraped() {
        metrics.readAgain();
        Answer answer = get("prometheus", "/actuator/prometheus");
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    private static double value(String scraped, String series) {
        return scraped.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(0);
    }

    @Test
    void openCasesAreCountedByPhaseWithoutRestrictedOnes() {
        String series = "throughcare_cases{phase=\"admission\"}";
        double before = value(scraped(), series);
        String woman = aWoman().named("Canary Whitethroat").admitted();
        String restricted = aWoman().admitted();
        jdbc.sql("insert into restricted_case (case_number, restricted_by, restricted_at) values (?, 'x', now())")
                .param(restricted)
                .update();

        String after = scraped();

        assertThat(value(after, series)).isEqualTo(before + 1);
        assertThat(after).doesNotContain("Whitethroat", woman, restricted);
        jdbc.sql("delete from restricted_case where case_number = ?")
                .param(restricted)
                .update();
    }

    @Test
    void overdueTasksAreCountedByRole() {
        String series = "throughcare_tasks_overdue{role=\"receptionOfficer\"}";
        String woman = aWoman().admitted();
        start("admission", woman);
        double before = value(scraped(), series);

        clock.freezeAt(START.plus(Duration.ofDays(1)));

        assertThat(value(scraped(), series)).isGreaterThan(before);
        clock.freezeAt(START);
        assertThat(value(scraped(), series)).isEqualTo(before);
    }

    @Test
    void lateTimersAndFailedJobsAreSeen() {
        journeys.register(Map.of(
                "prisonNumber", "R0001MO",
                "womanName", "Watched Over",
                "dateOfBirth", "1991-03-04",
                "site", "north",
                "admissionDate", "2026-01-12",
                "legalStatus", "sentenced",
                "releaseDate", "2026-06-15",
                "homeDistrict", "Northtown",
                "language", "English"));
        runJobs();
        assertThat(value(scraped(), "throughcare_timers_lag_seconds")).isZero();

        clock.freezeAt(START.plus(Duration.ofDays(150)));
        assertThat(value(scraped(), "throughcare_timers_lag_seconds")).isGreaterThan(3_600);
        assertThat(value(scraped(), "throughcare_jobs_due")).isPositive();

        double failed = value(scraped(), "throughcare_jobs_failed");
        managementService.createJobQuery().list().forEach(job -> managementService.setJobRetries(job.getId(), 0));
        assertThat(value(scraped(), "throughcare_jobs_failed")).isGreaterThan(failed);
        assertThat(value(scraped(), "throughcare_timers_lag_seconds")).isZero();
    }

    @Test
    void aMessageThatWaitsIsSeen() {
        double waiting = value(scraped(), "throughcare_messages_waiting");
        jdbc.sql(
                        """
                insert into message (message_id, template, user_id, more, state, written_at, trying_since, next_try_at,
                  tries)
                values ('monitoring@test', 'notice', 'x', 0, 'waiting', :at, :at, :at, 0)""")
                .param("at", START.minus(Duration.ofHours(2)).atOffset(java.time.ZoneOffset.UTC))
                .update();

        String scraped = scraped();

        assertThat(value(scraped, "throughcare_messages_waiting")).isEqualTo(waiting + 1);
        assertThat(value(scraped, "throughcare_messages_oldest_seconds")).isGreaterThanOrEqualTo(7_200);
        jdbc.sql("delete from message where message_id = 'monitoring@test'").update();
    }

    /** A dashboard that asks for a figure that nobody tells is empty, and an alert on one never rings. */
    @Test
    void alertsAndDashboardAskForFiguresThatThereAre() throws IOException {
        start("admission", aWoman().admitted());
        clock.freezeAt(START.plus(Duration.ofDays(1)));
        String told = scraped();
        for (String file : List.of("alerts.yaml", "dashboard.json", "monitoring.md")) {
            var asked = new TreeSet<String>();
            Matcher matcher = OURS.matcher(Files.readString(Path.of("src/docs/operations", file)));
            while (matcher.find()) {
                asked.add(matcher.group());
            }
            assertThat(asked).as(file).isNotEmpty().allSatisfy(figure -> assertThat(told)
                    .contains("\n" + figure));
        }
    }

    @Test
    void staffDoNotReadThem() {
        assertThat(get(person("cora", "caseManager.north"), "/actuator/prometheus")
                        .status())
                .isEqualTo(403);
        assertThat(Map.of("nobody", get(null, "/actuator/prometheus").status())).containsEntry("nobody", 401);
    }
}
