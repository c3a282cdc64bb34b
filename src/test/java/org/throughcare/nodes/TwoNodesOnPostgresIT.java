package org.throughcare.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The packaged jar, twice, on one empty PostgreSQL: started together, used together, and one of them lost. */
@TestMethodOrder(OrderAnnotation.class)
class TwoNodesOnPostgresIT {

    private static final int WOMEN = 40;
    private static final int RELEASES = 8;
    private static final String NAMES = "prisonNumber,womanName,dateOfBirth,site,admissionDate,legalStatus\n";

    private static final Node.Who CUSTODY = new Node.Who("custody", "another-quiet-morning");

    private static EmbeddedPostgres database;
    private static JdbcClient jdbc;
    private static Node first;
    private static Node second;
    private static String session;
    private static String token;

    @TempDir
    static Path folder;

    @BeforeAll
    static void startTogether() throws Exception {
        database = EmbeddedPostgres.builder().start();
        DataSource postgres = database.getPostgresDatabase();
        jdbc = JdbcClient.create(postgres);
        first = Node.start(folder, database, named("first"));
        second = Node.start(folder, database, named("second"));
        first.untilReady();
        second.untilReady();
    }

    /** PostgreSQL tells whose connection is whose. */
    private static Map<String, String> named(String node) {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://localhost:%d/postgres?ApplicationName=%s".formatted(database.getPort(), node));
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable started : List.of(first, second, database)) {
            started.close();
        }
    }

    @Test
    @Order(1)
    void whatBothSetUpAtStartIsThereOnce() {
        assertThat(count("select count(*) from act_id_user")).isEqualTo(1);
        assertThat(count("select count(*) - count(distinct name_) from act_ru_filter"))
                .isZero();
        assertThat(count("select max(version_) from act_re_procdef")).isEqualTo(1);
        assertThat(count("select max(version_) from act_re_decision_def")).isEqualTo(1);
    }

    @Test
    @Order(2)
    void whoWasMadeAtOneNodeMaySignInAtTheOther() {
        String made =
                """
                {"profile": {"id": "%s", "firstName": "Custody", "lastName": "System"},
                 "credentials": {"password": "%s"}}"""
                        .formatted(CUSTODY.id(), CUSTODY.password());
        assertThat(first.get(CUSTODY, "/engine-rest/task/count").statusCode()).isEqualTo(401);

        first.post(Node.ADMINISTRATOR, "/engine-rest/user/create", "application/json", made);
        first.put(Node.ADMINISTRATOR, "/engine-rest/group/custodySystem/members/" + CUSTODY.id());

        assertThat(second.get(CUSTODY, "/api/cases?query=").statusCode()).isNotEqualTo(401);
    }

    @Test
    @Order(3)
    void whoSignedInAtOneNodeIsSignedInAtTheOther() {
        session = first.signIn(Node.ADMINISTRATOR);
        first.getInSession(session, "/camunda/app/tasklist/default/");
        token = read(first.getInSession(session, "/api/session").body())
                .path("token")
                .asText();

        assertThat(second.getInSession(session, "/api/session").body()).contains("camunda-admin");
        assertThat(second.getInSession("JSESSIONID=" + anySessionId(), "/api/session")
                        .statusCode())
                .as("what stands in the database is nobody's cookie")
                .isEqualTo(401);
        assertThat(jdbc.sql("select attribute_bytes from spring_session_attributes")
                        .query(byte[].class)
                        .list())
                .isNotEmpty()
                .extracting(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .allMatch(bytes -> bytes.startsWith("nodes:"));
    }

    private static String anySessionId() {
        String id = jdbc.sql("select session_id from spring_session limit 1")
                .query(String.class)
                .single();
        return Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Order(4)
    void theSameFileSentToBothAtOnceOpensEachCaseOnce() {
        String file = file("A");

        CompletableFuture<JsonNode> toFirst = CompletableFuture.supplyAsync(() -> importAt(first, file));
        CompletableFuture<JsonNode> toSecond = CompletableFuture.supplyAsync(() -> importAt(second, file));

        assertThat(created(toFirst.join()) + created(toSecond.join())).isEqualTo(WOMEN);
        assertThat(caseNumbers(toFirst.join())).isEqualTo(caseNumbers(toSecond.join()));
        assertThat(count("select count(*) from case_file")).isEqualTo(WOMEN);
        everyCaseHasItsFirstTask(WOMEN);
    }

    @Test
    @Order(5)
    void theOtherCarriesOnWhenOneIsLost() throws Exception {
        List<String> timers = timersOfReleases();
        Set<String> due;
        long women = count("select count(*) from case_file");
        CompletableFuture<JsonNode> interrupted;
        Instant lost;
        try (Connection holding = database.getPostgresDatabase().getConnection()) {
            holding.setAutoCommit(false);
            jobsStandStill(holding);
            due = makeDueUntilFirstHasOneInHand(timers);
            interrupted = CompletableFuture.supplyAsync(() -> importAt(first, file("B")));
            await().atMost(Duration.ofMinutes(1)).until(() -> count("select count(*) from case_file") > women);

            first.fail();
            lost = Instant.now();
            holding.rollback();
        }
        await().alias("the lost node's timers run within 90 seconds")
                .atMost(Duration.between(Instant.now(), lost.plusSeconds(90)))
                .until(() -> Collections.disjoint(due, timers()));

        assertThat(interrupted.handle((answer, failure) -> answer).join()).isNull();
        long kept = count("select count(*) from case_file") - women;
        everyCaseHasItsFirstTask(women + kept);
        JsonNode again = importAt(second, file("B"));
        assertThat(again.path("totals").path("alreadyOpen").asLong()).isEqualTo(kept);
        assertThat(again.path("totals").path("created").asLong()).isEqualTo(WOMEN - kept);
        everyCaseHasItsFirstTask(women + WOMEN);
    }

    /** Women with a release to come, each with the timer of the watch over it. */
    private static List<String> timersOfReleases() {
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(400).toString();
        for (int number = 0; number < RELEASES; number++) {
            String event =
                    """
                    {"eventId": "release-%1$d", "type": "admitted", "prisonNumber": "R%1$04dNO",
                     "occurredAt": "2026-11-20T09:00:00Z", "womanName": "Canary R%1$d", "dateOfBirth": "1990-01-01",
                     "site": "north", "admissionDate": "2026-11-20", "legalStatus": "sentenced", "releaseDate": "%2$s"}"""
                            .formatted(number, day);
            assertThat(second.post(CUSTODY, "/api/custody-events", "application/json", event)
                            .statusCode())
                    .isEqualTo(201);
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> timers().size() == RELEASES);
        return timers();
    }

    private static List<String> timers() {
        return jdbc.sql(
                        """
                select job.id_ from act_ru_job job join act_ru_jobdef definition on definition.id_ = job.job_def_id_
                where definition.act_id_ = 'TimerEvent_MilestoneReached'""")
                .query(String.class)
                .list();
    }

    /** Either node may take it. */
    private static Set<String> makeDueUntilFirstHasOneInHand(List<String> timers) {
        Set<String> due = new HashSet<>();
        for (String timer : timers) {
            jdbc.sql("update act_ru_job set duedate_ = now() at time zone 'UTC' where id_ = ?")
                    .param(timer)
                    .update();
            due.add(timer);
            await().atMost(Duration.ofMinutes(1)).until(() -> jobsInHand("first") + jobsInHand("second") == due.size());
            if (jobsInHand("first") > 0) {
                return due;
            }
        }
        throw new AssertionError("The first node never took a job.");
    }

    /** Whoever begins a job does not come further than its token. */
    private static void jobsStandStill(Connection holding) throws SQLException {
        try (Statement statement = holding.createStatement()) {
            statement.execute("select id_ from act_ru_execution for update");
        }
    }

    private static long jobsInHand(String node) {
        return jdbc.sql("select count(*) from pg_stat_activity where application_name = ? and wait_event_type = 'Lock'")
                .param(node)
                .query(Long.class)
                .single();
    }

    @Test
    @Order(6)
    void whoWorkedOnTheLostOneGoesOnAtTheOther() {
        String typed =
                """
                {"profile": {"id": "typed", "firstName": "Typed", "lastName": "Before"},
                 "credentials": {"password": "another-quiet-morning"}}""";

        assertThat(second.postInSession(session, token, "/camunda/api/engine/engine/default/user/create", typed)
                        .statusCode())
                .isEqualTo(204);

        assertThat(count("select count(*) from act_id_user where id_ = 'typed' and last_ = 'Before'"))
                .isOne();
    }

    @Test
    @Order(7)
    void neitherWroteAWomansNameIntoItsLog() throws Exception {
        second.close();
        assertThat(first.log() + second.log()).doesNotContain("Canary");
        assertThat(second.log()).contains("Graceful shutdown complete").doesNotContain("ERROR");
    }

    /** Also those whose job the lost node had in hand. */
    private static void everyCaseHasItsFirstTask(long women) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(
                                count(
                                        """
                        select count(distinct i.business_key_) from act_ru_task t
                        join act_ru_execution e on e.id_ = t.proc_inst_id_
                        join act_ru_execution i on i.id_ = e.root_proc_inst_id_"""))
                        .isEqualTo(women));
        assertThat(count("select count(*) from act_ru_incident")).isZero();
    }

    private static JsonNode importAt(Node node, String file) {
        return read(node.post(CUSTODY, "/api/admissions/import", "text/csv; charset=utf-8", file)
                .body());
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String file(String series) {
        return NAMES
                + IntStream.range(0, WOMEN)
                        .mapToObj(number -> "%s%04dNO,Canary %s%d,1990-01-0%d,%s,2026-11-20,remand"
                                .formatted(
                                        series,
                                        number,
                                        series,
                                        number,
                                        number % 9 + 1,
                                        number % 2 == 0 ? "north" : "south"))
                        .collect(Collectors.joining("\n"));
    }

    private static int created(JsonNode answer) {
        return answer.path("totals").path("created").asInt();
    }

    private static List<String> caseNumbers(JsonNode answer) {
        return answer.path("rows").findValuesAsText("caseNumber");
    }

    private static long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
