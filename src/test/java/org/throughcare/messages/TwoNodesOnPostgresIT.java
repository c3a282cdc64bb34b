package org.throughcare.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughcare.messages.FaultySmtpServer.Fault;

/** Several nodes on one real PostgreSQL, one of them killed while it sends: each message arrives once. */
class TwoNodesOnPostgresIT {

    private static EmbeddedPostgres postgres;
    private static DataSource database;

    @TempDir
    Path folder;

    private MessagesOfTest messages;
    private FaultySmtpServer server;

    @BeforeAll
    static void startDatabase() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        database = postgres.getPostgresDatabase();
        Flyway.configure().dataSource(database).outOfOrder(true).load().migrate();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void start() throws IOException {
        messages = new MessagesOfTest(database, folder, Duration.ofSeconds(20));
        messages.jdbc.sql("delete from message").update();
        server = new FaultySmtpServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void fourNodesThatWorkAtTheSameTimeSendEachMessageOnce() throws Exception {
        for (int number = 0; number < 200; number++) {
            messages.tell("staff" + number, "NORTH-2026-" + number);
        }
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> rounds = new ArrayList<>();
            for (int node = 0; node < 4; node++) {
                rounds.add(messages.node(server.port())::run);
            }
            int sent = 0;
            for (Future<Integer> round : nodes.invokeAll(rounds)) {
                sent += round.get();
            }
            assertThat(sent).isEqualTo(200);
        } finally {
            nodes.shutdownNow();
        }

        assertThat(server.taken).hasSize(200);
        assertThat(server.messageIds()).doesNotHaveDuplicates();
        assertThat(messages.states()).isEqualTo(Map.of("sent", 200L));
    }

    @Test
    void whatANodeHeldThatWasKilledGoesByAnotherOnceTheLeaseIsOver() throws Exception {
        for (int number = 0; number < 10; number++) {
            messages.tell("staff" + number, "NORTH-2026-" + number);
        }
        server.by(connection -> connection == 4 ? Fault.STALL_AT_RECIPIENT : Fault.NONE);
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        NodeOfItsOwn.class.getName(),
                        postgres.getJdbcUrl("postgres", "postgres"),
                        String.valueOf(server.port()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            until(() -> messages.states().getOrDefault("sent", 0L) == 4 && isHeld());
        } finally {
            node.destroyForcibly().waitFor();
        }
        server.always(Fault.NONE);
        MessageRound other = messages.node(server.port());

        assertThat(other.run()).as("those that the killed node did not hold").isEqualTo(5);
        assertThat(messages.states()).isEqualTo(Map.of("sent", 9L, "waiting", 1L));
        messages.time.pass(messages.settings.lease());
        assertThat(other.run()).isEqualTo(1);

        assertThat(server.taken).hasSize(10);
        assertThat(server.messageIds()).doesNotHaveDuplicates();
        assertThat(messages.states()).isEqualTo(Map.of("sent", 10L));
    }

    private boolean isHeld() {
        return messages.jdbc
                        .sql("select count(*) from message where state = 'waiting' and lease_until is not null")
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
