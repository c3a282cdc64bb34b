package org.throughcare.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.throughcare.ChildApplication;

/**
 * Nodes are renewed one after the other while women's journeys run: a release with the models of 0.1.0, this one, and a
 * later one whose journey calls a part of the program that this one does not have. A node is lost half-way. One release
 * would strand women, and does not start.
 */
@TestMethodOrder(OrderAnnotation.class)
class RollingUpgradeOnPostgresIT {

    private static final int WOMEN = 20;
    private static final int HALF = WOMEN / 2;
    private static final Node.Who CUSTODY = new Node.Who("custody", "another-quiet-morning");

    private static final String CASE_MANAGER = "tui";

    private static EmbeddedPostgres database;
    private static JdbcClient jdbc;
    private static Path older;
    private static Path current;
    private static Path later;
    private static Node old;
    private static Node renewed;
    private static Map<String, List<String>> timersBefore;

    @TempDir
    static Path folder;

    @BeforeAll
    static void anOldNodeHasWorkedForSomeTime() throws Exception {
        older = release("older", "0.0.9");
        FileSystemUtils.copyRecursively(
                Path.of("src/test/resources/released/0.1.0/processes"), older.resolve("processes"));
        FileSystemUtils.copyRecursively(Path.of("src/test/resources/released/0.1.0/forms"), older.resolve("forms"));
        current = release("current", "1.0.0");
        later = release("later", "2.0.0");
        theJourneyCallsWhatIsNew(later);
        database = EmbeddedPostgres.builder().start();
        jdbc = JdbcClient.create(database.getPostgresDatabase());
        old = Node.startAs(older, folder, database);
        old.untilReady();
        makeUser(CUSTODY.id(), "custodySystem");
        makeUser(CASE_MANAGER, "caseManager.north");
        old.put(
                Node.ADMINISTRATOR,
                "/api/staff/" + CASE_MANAGER,
                "application/json",
                """
                {"site": "north", "displayName": "Tui", "woman": true, "workingPattern": "full", "active": true}""");
        assertThat(old.post(CUSTODY, "/api/admissions/import", "text/csv; charset=utf-8", women())
                        .statusCode())
                .isEqualTo(200);
        assertThat(journeysOn(1)).isEqualTo(WOMEN);
        timersBefore = timers();
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable started : new AutoCloseable[] {old, renewed, database}) {
            if (started != null) {
                started.close();
            }
        }
    }

    @Test
    @Order(1)
    void theCheckSaysWhatWouldHappenAndChangesNothing() {
        List<Long> before = contents();

        ChildApplication check = Node.check(current, folder, database);

        assertThat(check.waitForEnd()).as(check.output()).isZero();
        assertThat(check.output())
                .contains("Throughcare 1.0.0 looks at a database of release 0.0.9. Nothing is changed.")
                .contains("journey, version 1: 20 running", "20 go on with the new version, where they are")
                .contains("admission, version 1: 20 running", "the model has not changed")
                .contains("supervision, version 1: 1 running", "1 stay with their version and finish there")
                .contains("Migrations of the database, which come first" + System.lineSeparator() + "  none")
                .contains("It would start.")
                .doesNotContain("Canary", "NORTH-", "SOUTH-");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    @Order(2)
    void whatWasTakenAlongBeforeTheNodeWasLostIsTakenOnce() throws Exception {
        try (Connection somebody = database.getPostgresDatabase().getConnection()) {
            worksOnTheJourneyInTheMiddle(somebody);
            Node lost = Node.startAs(current, folder, database);
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> journeysOn(2) == HALF);
            lost.fail();
            somebody.rollback();
        }
        assertThat(journeysOn(1)).isEqualTo(WOMEN - HALF);
        assertThat(old.isReady()).isTrue();

        renewed = Node.startAs(current, folder, database);
        renewed.untilReady();

        assertThat(journeysOn(2)).isEqualTo(WOMEN);
        assertThat(count("select count(*) from journal_entry where kind = 'processMigrated'"))
                .isEqualTo(WOMEN);
        assertThat(timers()).isEqualTo(timersBefore);
        assertThat(count("select max(version_) from act_re_procdef")).isEqualTo(2);
    }

    @Test
    @Order(3)
    void theNewNodeDoesTheJobsOfOldDeployments() {
        old.close();

        String due = makeDue("supervision");

        await().atMost(Duration.ofMinutes(2)).until(() -> !isThere(due));
    }

    @Test
    @Order(4)
    void anOldNodeThatIsStartedAgainPutsNothingOverTheNewModels() {
        List<Long> before = contents();

        old = Node.startAs(older, folder, database);
        old.untilReady();

        assertThat(contents()).isEqualTo(before);
        assertThat(old.log()).contains("A newer release has set up this database");
        assertThat(renewed.isReady()).isTrue();
    }

    @Test
    @Order(5)
    void nodesLeaveModelsToNewerOnesForWhichTheyLackAPart() {
        Node latest = Node.startAs(later, folder, database);
        latest.untilReady();

        assertThat(journeysOn(3)).isEqualTo(WOMEN);
        await().atMost(Duration.ofMinutes(2)).until(() -> !old.isReady() && !renewed.isReady());
        assertThat(renewed.log()).contains("lacks the program's part greetHerDelegate");
        assertThat(latest.isReady()).isTrue();

        latest.close();
        String due = makeDue("journey");
        await().during(Duration.ofSeconds(12)).atMost(Duration.ofMinutes(2)).until(() -> isThere(due));
        assertThat(count("select count(*) from act_ru_incident")).isZero();
    }

    @Test
    @Order(6)
    void aReleaseThatWouldStrandWomenDoesNotStart() throws Exception {
        Path stranding = release("stranding", "3.0.0");
        Files.writeString(
                Files.createDirectories(stranding.resolve("processes")).resolve("journey.bpmn"),
                Files.readString(Path.of("processes/journey.bpmn"))
                        .replace("CallActivity_Admission", "CallActivity_Arrival"));
        List<Long> before = contents();

        Node refusing = Node.startAs(stranding, folder, database);

        assertThat(refusing.untilItEnds()).as(refusing.log()).isNotZero();
        assertThat(refusing.log())
                .contains("Throughcare 3.0.0 would strand cases. Nothing was changed.")
                .contains("20 of the process journey")
                .contains("Admit her")
                .contains("Go on with the release that ran so far.")
                .doesNotContain("Canary", "NORTH-");
        assertThat(contents()).isEqualTo(before);
        assertThat(journeysOn(3)).isEqualTo(WOMEN);
    }

    private static Path release(String name, String number) throws IOException {
        Path release = Files.createDirectories(folder.resolve(name));
        Files.writeString(release.resolve("release.txt"), number);
        return release;
    }

    private static void theJourneyCallsWhatIsNew(Path release) throws IOException {
        Path source = Files.writeString(
                Files.createDirectories(release.resolve("org/throughcare")).resolve("GreetHerDelegate.java"),
                """
                package org.throughcare;
                @org.springframework.stereotype.Component
                @org.throughcare.access.UsedInModels
                class GreetHerDelegate implements org.camunda.bpm.engine.delegate.JavaDelegate {
                    public void execute(org.camunda.bpm.engine.delegate.DelegateExecution execution) {}
                }
                """);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-cp",
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                                source.toString()))
                .isZero();
        Files.writeString(
                Files.createDirectories(release.resolve("processes")).resolve("journey.bpmn"),
                Files.readString(Path.of("processes/journey.bpmn"))
                        .replace("${tellReleaseWatchDelegate}", "${greetHerDelegate}"));
    }

    private static void makeUser(String id, String group) {
        old.post(
                Node.ADMINISTRATOR,
                "/engine-rest/user/create",
                "application/json",
                """
                {"profile": {"id": "%s", "firstName": "Of", "lastName": "Test"},
                 "credentials": {"password": "%s"}}"""
                        .formatted(id, CUSTODY.password()));
        old.put(Node.ADMINISTRATOR, "/engine-rest/group/" + group + "/members/" + id);
    }

    private static String women() {
        LocalDate today = LocalDate.now();
        return "prisonNumber,womanName,dateOfBirth,site,admissionDate,legalStatus,releaseDate\n"
                + IntStream.range(0, WOMEN)
                        .mapToObj(number -> "U%04dNO,Canary %d,1990-01-01,north,%s,sentenced,%s"
                                .formatted(number, number, today, today.plusMonths(18)))
                        .collect(Collectors.joining("\n"));
    }

    /** Somebody's transaction holds the journey that comes after half of them. */
    private static void worksOnTheJourneyInTheMiddle(Connection somebody) throws Exception {
        somebody.setAutoCommit(false);
        String middle = jdbc.sql(
                        """
                select e.id_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where e.parent_id_ is null and d.key_ = 'journey' order by e.id_ offset ? limit 1""")
                .param(HALF)
                .query(String.class)
                .single();
        try (PreparedStatement hold =
                somebody.prepareStatement("select 1 from act_ru_execution where proc_inst_id_ = ? for update")) {
            hold.setString(1, middle);
            hold.execute();
        }
    }

    private static long journeysOn(int version) {
        return count(
                """
                select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where e.parent_id_ is null and d.key_ = 'journey' and d.version_ = """
                        + " " + version);
    }

    /** When each journey's timers are due. */
    private static Map<String, List<String>> timers() {
        return jdbc
                .sql(
                        """
                select process_instance_id_, handler_cfg_, duedate_ from act_ru_job
                where process_def_key_ = 'journey' and type_ = 'timer' order by 1, 2, 3""")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2) + " " + row.getTimestamp(3)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static String makeDue(String process) {
        String job = jdbc.sql("select min(id_) from act_ru_job where process_def_key_ = ? and type_ = 'timer'")
                .param(process)
                .query(String.class)
                .single();
        jdbc.sql("update act_ru_job set duedate_ = now() - interval '1 minute' where id_ = ?")
                .param(job)
                .update();
        return job;
    }

    private static boolean isThere(String job) {
        return count("select count(*) from act_ru_job where id_ = '" + job + "'") == 1;
    }

    /** What a start might add to. */
    private static List<Long> contents() {
        return List.of(
                count("select count(*) from act_re_deployment"),
                count("select count(*) from act_re_procdef"),
                count("select count(*) from act_re_decision_def"),
                count("select count(*) from flyway_schema_history"),
                count("select count(*) from journal_entry"),
                count("select count(*) from act_ru_job"));
    }

    private static long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
