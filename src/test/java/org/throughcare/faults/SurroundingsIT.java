package org.throughcare.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.messages.FaultySmtpServer;
import org.throughcare.messages.FaultySmtpServer.Fault;
import org.throughcare.nodes.Node;

/** What the nodes lean on fails them: the database in several ways, and the mail server. */
@TestMethodOrder(OrderAnnotation.class)
class SurroundingsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration SLOW = Duration.ofMillis(200);

    private static final String WORDS = "The database cannot be reached at this moment.";
    private static final String DISK_FULL = "53100";

    private static Optional<SmallDisk> disk;
    private static Estate estate;
    private static FaultySmtpServer mail;
    private static Wire toMail;

    @TempDir
    static Path folder;

    @BeforeAll
    static void open() throws Exception {
        mail = new FaultySmtpServer();
        toMail = new Wire(mail.port());
        disk = SmallDisk.mount(folder);
        estate = Estate.open(
                folder,
                disk.map(SmallDisk::folder).orElse(folder),
                Map.of(
                        "SPRING_MAIL_HOST", "127.0.0.1",
                        "SPRING_MAIL_PORT", String.valueOf(toMail.port()),
                        "THROUGHCARE_MESSAGES_TIMEOUT", "PT2S",
                        "THROUGHCARE_MESSAGES_LEASE", "PT3M",
                        "THROUGHCARE_MESSAGES_PAUSES", "PT1S,PT2S"));
    }

    @AfterAll
    static void close() throws Exception {
        if (estate != null) {
            estate.close();
        }
        if (disk.isPresent()) {
            disk.get().close();
        }
        toMail.close();
        mail.close();
    }

    @Test
    @Order(3)
    void whenTheDatabaseCrashesWhatItSaidIsKept() {
        Scenario scenario = Scenario.of(estate, 3, "PostgreSQL crashes");
        for (int crash = 0; crash < Size.DATABASE_CRASHES; crash++) {
            try (Load load = Load.on(estate, Size.CLIENTS, Size.SEED + 300 + crash)) {
                load.untilAcknowledged(Size.STEPS);
                estate.crashDatabase();
                untilClientsNotice(3);
                everybodyIsToldToWait();
                estate.startDatabase();
                Instant back = Instant.now();
                load.untilAcknowledged(Size.STEPS);
                scenario.recovers(back);
            }
        }
        nobodyReadOfAnError();
        scenario.end(
                "kill -9 of all its processes, " + Size.DATABASE_CRASHES + " times",
                "The nodes run on and find it again by themselves. Recovery is the time from its start until "
                        + Size.STEPS + " steps were acknowledged.");
    }

    /** The proxy sends nobody here any more, nobody starts the nodes anew, and whoever comes reads why at once. */
    private static void everybodyIsToldToWait() {
        for (int number = 0; number < 2; number++) {
            Node node = estate.node(number);
            await().alias("not ready").atMost(PATIENCE).until(() -> status(node, "/actuator/health/readiness") == 503);
            assertThat(status(node, "/actuator/health/liveness")).isEqualTo(200);
            Instant asked = Instant.now();
            HttpResponse<String> page = node.getPage("/cases");
            HttpResponse<String> answer = node.get(Estate.CUSTODY, "/engine-rest/task");
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(page.body()).contains("<h1>One moment</h1>", WORDS);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).startsWith("{").contains(WORDS);
        }
    }

    private static int status(Node node, String path) {
        return node.get(Estate.CUSTODY, path).statusCode();
    }

    /** Whoever was inside when the database went is told the same. */
    private static void nobodyReadOfAnError() {
        assertThat(estate.ledger.brokenOff())
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer).startsWith("503 ").contains(WORDS));
    }

    @Test
    @Order(4)
    void whenConnectionsAreCutAgainAndAgainNothingIsHalfDone() {
        Scenario scenario = Scenario.of(estate, 4, "Connections to the database are cut");
        int connections = 0;
        try (Load load = Load.on(estate, Size.CLIENTS, Size.SEED + 400)) {
            for (int cut = 0; cut < Size.CUTS; cut++) {
                load.untilAcknowledged(2);
                connections += cutAll(estate.jdbc());
            }
            Instant last = Instant.now();
            load.untilAcknowledged(Size.STEPS);
            scenario.recovers(last);
        }
        assertThat(connections).isGreaterThan(Size.CUTS);
        nobodyReadOfAnError();
        scenario.end(
                Size.CUTS + " times all, " + connections + " connections",
                "`pg_terminate_backend` for every connection of both nodes, each time after two more steps.");
    }

    private static int cutAll(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                select pg_terminate_backend(pid) from pg_stat_activity
                where application_name = 'node' and pid <> pg_backend_pid()""")
                .query(Boolean.class)
                .list()
                .size();
    }

    @Test
    @Order(5)
    void whenTheDatabaseIsFullWorkGoesOnOnceThereIsRoomAgain() {
        Scenario scenario = Scenario.of(estate, 5, "The database is full");
        try (Load load = Load.on(estate, Size.CLIENTS, Size.SEED + 500)) {
            load.untilAcknowledged(Size.STEPS);
            if (disk.isPresent()) {
                fillTheDisk(disk.get());
            } else {
                refuseWrites();
            }
            Instant room = Instant.now();
            load.untilAcknowledged(Size.STEPS);
            scenario.recovers(room);
        }
        assertThat(estate.addresses()).hasSize(2);
        nobodyReadOfAnError();
        scenario.end(
                "until 20 requests failed",
                disk.isPresent()
                        ? "The database has a disk of its own, and that is filled to its last block. First single writes are"
                                + " refused; then the log has no room either and PostgreSQL gives up. Room is made and it is"
                                + " started again; the nodes ran all the time. Recovery is from that start."
                        : "This machine lets nobody mount a disk that could be filled. Instead a trigger on each table refuses"
                                + " every insert and update with PostgreSQL's own code for it, 53100 `disk_full`, and is"
                                + " taken away again. The nodes keep running.");
    }

    private static void fillTheDisk(SmallDisk small) {
        small.fill();
        assertThat(stateOfALargeWrite(estate.jdbc())).isEqualTo(DISK_FULL);
        untilClientsNotice(20);
        fillTheLog(estate.jdbc());
        estate.untilDatabaseGaveUp();
        small.makeRoom();
        estate.startDatabase();
    }

    /** What PostgreSQL answers to a table that needs room of its own, and none in the log. */
    private static String stateOfALargeWrite(JdbcClient jdbc) {
        DataAccessException refused = catchThrowableOfType(DataAccessException.class, () -> jdbc.sql(
                        "create unlogged table large as select repeat('x', 1000) from generate_series(1, 10000)")
                .update());
        return ((SQLException) refused.getMostSpecificCause()).getSQLState();
    }

    /** Goes on to the next file of the log, until there is no room for one. */
    private static void fillTheLog(JdbcClient jdbc) {
        await().alias("PostgreSQL finds no room for its log").atMost(PATIENCE).until(() -> {
            try {
                jdbc.sql("select pg_logical_emit_message(false, 'more', 'to write'), pg_switch_wal()")
                        .query()
                        .listOfRows();
                return false;
            } catch (DataAccessException noRoom) {
                return true;
            }
        });
    }

    private static void refuseWrites() {
        RefusedWrites writes = new RefusedWrites(estate.jdbc());
        writes.fill();
        untilClientsNotice(20);
        writes.makeRoom();
    }

    @Test
    @Order(6)
    void whateverTheMailServerDoesEachMessageIsTakenOnce() {
        Scenario scenario = Scenario.of(estate, 6, "The mail server fails in four ways");
        JdbcClient jdbc = estate.jdbc();
        try (Load load = Load.on(estate, Size.CLIENTS, Size.SEED + 600)) {
            toMail.breaksOff(true);
            Letters.intoOutbox(jdbc, "mail", Size.MAILS);
            Letters.untilTriedAgain(jdbc);
            toMail.breaksOff(false);
            for (Fault fault : List.of(Fault.NO_GREETING, Fault.TOO_BUSY, Fault.DROP_AFTER_DATA)) {
                mail.always(fault);
                Letters.untilTriedAgain(jdbc);
            }
            load.untilAcknowledged(Size.STEPS);
        }
        mail.always(Fault.NONE);
        Instant well = Instant.now();
        await().alias("every message is sent").atMost(PATIENCE).until(() -> Letters.waiting(jdbc) == 0);
        scenario.recovers(well);

        Letters.Delivered delivered = Letters.compare(jdbc, mail.taken);
        scenario.also(delivered.lost(), delivered.doubled());
        scenario.end(
                "%d messages, two nodes".formatted(delivered.messages()),
                "Nobody listens; it answers nothing; it says 421; it dies after the whole message (DATA) and before its"
                        + " answer. Each time until messages had been tried again. " + delivered.repeated()
                        + " messages came a second time after such a death, with the same Message-ID, by which a"
                        + " recipient's system knows them; none came twice after an answer. Cases went on meanwhile.");
    }

    @Test
    @Order(14)
    void aSlowDatabaseMakesEverythingSlowAndNothingWrong() {
        Scenario scenario = Scenario.of(estate, 14, "The database is slow");
        Instant began = Instant.now();
        try (Load load = Load.on(estate, Size.CLIENTS, Size.SEED + 1400)) {
            estate.wire.delayEachRequestBy(SLOW);
            load.untilAcknowledged(Size.SLOW_STEPS);
            scenario.pauses(began);
            estate.wire.delayEachRequestBy(Duration.ZERO);
            Instant fast = Instant.now();
            load.untilAcknowledged(Size.STEPS);
            scenario.recovers(fast);
        } finally {
            estate.wire.delayEachRequestBy(Duration.ZERO);
        }
        scenario.end(
                "200 ms more for each statement, " + Size.SLOW_STEPS + " steps",
                "Each request to PostgreSQL waits 200 ms on its way; a form takes dozens of statements.");
    }

    private static void untilClientsNotice(int requests) {
        long before = estate.ledger.unanswered();
        await().alias("clients without an answer")
                .atMost(PATIENCE)
                .until(() -> estate.ledger.unanswered() >= before + requests);
    }
}
