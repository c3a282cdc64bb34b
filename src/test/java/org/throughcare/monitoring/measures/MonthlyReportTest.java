package org.throughcare.monitoring.measures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.WebTest;
import org.throughcare.packs.PrintedFile;

/** The report that a manager prints, and the message that says where it is. */
class MonthlyReportTest extends WebTest {

    @Autowired
    ReportMessages messages;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void readers() {
        person("report.manager", "manager");
        person("report.north", "supervisor.north");
    }

    private byte[] file(String user, String path) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", basic(user, user))
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void itIsTaggedAndTellsEveryMeasureInWords() throws Exception {
        aWoman().named("Canary Nightjar").at("north").admitted();

        PrintedFile report =
                PrintedFile.read("report", file("report.manager", "/api/measures/report.pdf?month=2025-12"));

        assertThat(report.tagged()).isTrue();
        assertThat(report.title()).isEqualTo("Monthly report, December 2025");
        assertThat(report.fontsOutside()).isEmpty();
        assertThat(report.text())
                .contains(
                        "Women by phase",
                        "Releases from January 2025 to December 2025.",
                        "Kept in contact after release",
                        "Supervision sessions")
                .doesNotContain("Nightjar");
    }

    @Test
    void whoStaysInContactIsDrawnAsACurve() throws Exception {
        for (int number = 0; number < 6; number++) {
            jdbc.sql(
                            """
                    insert into release_outcome (case_number, site, track, released_at, ended_at, ended_as)
                    values (?, 'north', 'full', timestamp '2025-02-01 10:00:00', timestamp '2025-10-01 10:00:00', ?)""")
                    .params(aWoman().at("north").admitted(), number == 0 ? "lostContact" : "movedAway")
                    .update();
        }

        PrintedFile report =
                PrintedFile.read("report-curve", file("report.north", "/api/measures/report.pdf?month=2025-12"));

        assertThat(report.tagged()).isTrue();
        assertThat(report.text())
                .contains("66 %, Syracuse programme", "Release 1 month 3 months 6 months 12 months", "How work flows")
                .containsOnlyOnce("Numbers about fewer than five women are hidden");
        jdbc.sql("delete from release_outcome where released_at = timestamp '2025-02-01 10:00:00'")
                .update();
    }

    @Test
    void withoutAMonthItIsTheOneBefore() throws Exception {
        PrintedFile report = PrintedFile.read("report-north", file("report.north", "/api/measures/report.pdf"));
        assertThat(report.title()).isEqualTo("Monthly report, December 2025");
    }

    @Test
    void theMonthsThatAreOverCanBeChosen() {
        assertThat(get("report.north", "/api/measures").json().path("reportMonths"))
                .extracting(JsonNode::asText)
                .hasSize(12)
                .startsWith("2025-12", "2025-11")
                .endsWith("2025-01");
    }

    @Test
    void itIsForThoseWhoReadMeasures() {
        person("report.nobody", "caseManager.north");
        assertThat(get("report.nobody", "/api/measures/report.pdf").status()).isEqualTo(403);
        assertThat(get("report.north", "/api/measures/report.pdf?site=south").status())
                .isEqualTo(403);
        assertThat(get("report.manager", "/api/measures/report.pdf?month=soon").status())
                .isEqualTo(400);
    }

    @Test
    void everyManagerIsToldOnceAMonth() {
        jdbc.sql("update daily_work set done_on = date '2026-01-12' where name = 'report'")
                .update();
        messages.onceAMonth();
        assertThat(told()).as("the month has not ended").isEmpty();

        clock.freezeAt(Instant.parse("2026-02-01T00:00:00Z"));
        messages.onceAMonth();
        messages.onceAMonth();

        assertThat(told()).containsExactly("report of January 2026 /api/measures/report.pdf?month=2026-01");
        jdbc.sql("delete from message where user_id = 'report.manager'").update();
    }

    private List<String> told() {
        return jdbc.sql(
                        """
                select line.reference, line.path from message_line line join message on message.id = line.message
                where line.news = 'monthlyReport' and message.user_id = 'report.manager'""")
                .query((row, number) -> row.getString(1) + " " + row.getString(2))
                .list();
    }
}
