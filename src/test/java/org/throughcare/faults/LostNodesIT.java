package org.throughcare.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Two nodes asked for the same thing at the same time, and nodes that are lost while they work. */
@TestMethodOrder(OrderAnnotation.class)
class LostNodesIT {

    /** As many lines as before, and one of them says what another says already. */
    private static final String ONE_FORM_TWICE_IN_PLACE_OF_ANOTHER =
            """
            update journal_entry lost set details = twice.details
            from journal_entry twice where twice.case_number = lost.case_number and twice.id = (select min(id)
              from journal_entry first where first.case_number = lost.case_number and first.kind = 'formSubmitted')
              and lost.kind = 'formSubmitted'""";

    private static final String FLAG_THAT_NOBODY_ANSWERS =
            """
            insert into urgent_flag (case_number, flag, severity, role, respond_by, reason, status, raised_by, raised_at)
            select min(case_number), 'selfHarm', 'urgent', 'healthcare', now(), '', 'open', 'nobody', now()
            from case_file where status = 'open'""";

    private static final String TIMERS_FIRED_AGAIN =
            """
            insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_, act_type_,
              start_time_, end_time_, act_inst_state_)
            select 'again' || n || job.id_, job.process_def_key_, job.process_def_id_, job.process_instance_id_,
              job.execution_id_, definition.act_id_, 'boundaryTimer', now(), now(), 0
            from act_ru_job job join act_ru_jobdef definition on definition.id_ = job.job_def_id_, generate_series(1, 5) n
            where definition.act_id_ like 'BoundaryEvent\\_%' and job.repeat_ is null""";

    private static Estate estate;

    @TempDir
    static Path folder;

    @BeforeAll
    static void open() {
        estate = Estate.open(folder, Map.of());
    }

    @AfterAll
    static void close() throws Exception {
        estate.close();
    }

    @Test
    @Order(1)
    void nothingIsFoundWhereNothingBroke() {
        Scenario scenario = Scenario.of(estate, 0, "Nothing");
        try (Load load = Load.on(estate, Size.CLIENTS, Size.SEED)) {
            load.untilAcknowledged(Size.STEPS);
        }
        scenario.end("the same load without a fault", "What the comparison finds when nothing is wrong.");
    }

    /** The comparison itself is tried: each kind of harm is done in a transaction that is taken back. */
    @Test
    @Order(2)
    void whatIsWrongIsFound() throws Exception {
        aReleaseDateChanges();
        Scenario.of(estate, 0, "Nothing").untilQuiet();
        try (Connection connection = estate.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            Audit audit = new Audit(jdbc, estate.ledger, Instant.now());
            assertThat(audit.look().none()).as(audit.look().toString()).isTrue();

            assertThat(afterwards(
                                    connection,
                                    jdbc,
                                    audit,
                                    "delete from act_hi_taskinst where delete_reason_ is not null")
                            .lost())
                    .isNotEmpty();
            assertThat(afterwards(connection, jdbc, audit, "delete from custody_event")
                            .lost())
                    .isNotEmpty();
            assertThat(afterwards(connection, jdbc, audit, "delete from journal_entry")
                            .lost())
                    .isNotEmpty();
            assertThat(afterwards(
                                    connection,
                                    jdbc,
                                    audit,
                                    """
                                    insert into journal_entry (case_number, kind, summary, details, written_by, written_at)
                                    select case_number, kind, summary, details, written_by, written_at from journal_entry""")
                            .doubled())
                    .isNotEmpty();
            assertThat(afterwards(connection, jdbc, audit, "delete from act_ru_task")
                            .orphaned())
                    .isNotEmpty();
            whatIsWrongInTheRecordIsFound(connection, jdbc, audit);
            assertThat(afterwards(connection, jdbc, audit, TIMERS_FIRED_AGAIN).doubled())
                    .anyMatch(found -> found.startsWith("timer "));
            assertThat(afterwards(connection, jdbc, audit, "update act_ru_job set retries_ = 0 where type_ = 'timer'")
                            .stuck())
                    .isNotEmpty();
        }
    }

    private static void aReleaseDateChanges() throws IOException {
        String prisonNumber = Load.nextPrisonNumber();
        Map<String, Object> admitted =
                Load.event("admitted", prisonNumber, Load.admission(prisonNumber, new Random(Size.SEED)));
        Map<String, Object> changed = Load.event(
                "releaseDateChanged",
                prisonNumber,
                Map.of(
                        "releaseDate",
                        LocalDate.now(ZoneOffset.UTC).plusYears(1).toString(),
                        "reason",
                        "Reckoned anew."));
        for (Map<String, Object> event : List.of(admitted, changed)) {
            estate.ledger.event(
                    event,
                    Caller.of(estate.node(0))
                            .post(Estate.CUSTODY, "/api/custody-events", event)
                            .json());
        }
    }

    private static void whatIsWrongInTheRecordIsFound(Connection connection, JdbcClient jdbc, Audit audit)
            throws SQLException {
        assertThat(afterwards(connection, jdbc, audit, "delete from case_fact where origin like 'UserTask_%'")
                        .lost())
                .anyMatch(found -> found.startsWith("fact "));
        assertThat(afterwards(connection, jdbc, audit, ONE_FORM_TWICE_IN_PLACE_OF_ANOTHER)
                        .lost())
                .anyMatch(found -> found.startsWith("answers to "))
                .noneMatch(found -> found.startsWith("form "));
        assertThat(afterwards(connection, jdbc, audit, "update custody_event set applied = not applied")
                        .lost())
                .anyMatch(found -> found.startsWith("answer to event "));
        assertThat(afterwards(connection, jdbc, audit, "update case_file set release_date = release_date + 1")
                        .lost())
                .anyMatch(found -> found.startsWith("effect of releaseDateChanged"));
        assertThat(afterwards(connection, jdbc, audit, FLAG_THAT_NOBODY_ANSWERS).orphaned())
                .anyMatch(found -> found.startsWith("urgent flag "));
    }

    private static Audit.Findings afterwards(Connection connection, JdbcClient jdbc, Audit audit, String harm)
            throws SQLException {
        jdbc.sql("set local session_replication_role = replica").update();
        jdbc.sql(harm).update();
        Audit.Findings found = audit.look();
        connection.rollback();
        return found;
    }

    @Test
    @Order(8)
    void theSameEventAHundredTimesAtOnceCountsOnce() throws Exception {
        Scenario scenario = Scenario.of(estate, 8, "The same custody event, many times at once");
        Random random = new Random(Size.SEED);
        String prisonNumber = Load.nextPrisonNumber();
        Map<String, Object> event = Load.event("admitted", prisonNumber, Load.admission(prisonNumber, random));

        List<Caller.Answer> answers = atOnce(Size.SAME_EVENTS, number -> Caller.of(estate.node(number % 2))
                .post(Estate.CUSTODY, "/api/custody-events", event));

        assertThat(answers).extracting(Caller.Answer::status).containsOnly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .extracting(Caller.Answer::json)
                .containsOnly(answers.get(0).json());
        estate.ledger.event(event, answers.get(0).json());
        scenario.end(
                Size.SAME_EVENTS + " times, half at each node",
                "One admission is sent to both nodes at once. One answer is 201, all others are 200 and say the same.");
    }

    @Test
    @Order(7)
    void ofTwoWhoSubmitOneTaskOneWinsAndTheOtherIsToldKindly() throws Exception {
        Scenario scenario = Scenario.of(estate, 7, "Two submissions of one task");
        try (Load load = Load.on(estate, Size.CLIENTS, Size.SEED + 7)) {
            load.untilAcknowledged(Size.STEPS);
        }
        DoubleSubmissions doubles = new DoubleSubmissions(estate, new Random(Size.SEED));
        doubles.make(Size.DOUBLE_SUBMISSIONS);

        scenario.end(
                Size.DOUBLE_SUBMISSIONS + " times",
                "Two people hand in the form of one task at the same moment, one at each node; every fourth time it is one"
                        + " person's double click at one node, and each task is claimed by both before. One wins; the"
                        + " other gets 409 and a sentence that says so. What the others were told: " + doubles.told()
                        + ". Any other answer: " + doubles.unkind().size() + ".");
        assertThat(doubles.won()).as("tasks that somebody finished").isEqualTo(Size.DOUBLE_SUBMISSIONS);
        assertThat(doubles.unkind()).as("answers to the others").isEmpty();
    }

    @Test
    @Order(10)
    void whenOneOfTwoIsLostTheOtherCarriesOn() {
        Scenario scenario = Scenario.of(estate, 2, "One of two nodes is killed");
        for (int round = 0; round < Size.ROUNDS_OF_TWO; round++) {
            int victim = round % 2;
            try (Load load = Load.on(estate, Size.CLIENTS, Size.SEED + 100 + round)) {
                load.untilAcknowledged(Size.STEPS);
                estate.kill(victim);
                Instant killed = Instant.now();
                load.untilAcknowledged(Size.STEPS);
                scenario.pauses(killed);
            }
            scenario.failedJobsAreDueNow();
            Instant over = Instant.now();
            scenario.untilQuiet();
            scenario.recovers(over);
            estate.begin(victim);
            estate.untilReady(victim);
        }
        scenario.end(
                "kill -9, " + Size.ROUNDS_OF_TWO + " times",
                "The clients' requests go to either node; one is killed in the midst of them. Recovery is the time until"
                        + " the other had done what the lost one had in hand.");
    }

    @Test
    @Order(11)
    void aNodeThatIsKilledAndStartedAgainLosesNothing() {
        Scenario scenario = Scenario.of(estate, 1, "The only node is killed under load");
        estate.stop(1);
        for (int round = 1; round <= Size.ROUNDS_ALONE; round++) {
            try (Load load = Load.on(estate, Size.CLIENTS, Size.SEED + 200 + round)) {
                load.untilAcknowledged(Size.STEPS);
                estate.kill(0);
                Instant killed = Instant.now();
                estate.begin(0);
                estate.untilReady(0);
                load.untilAcknowledged(Size.STEPS);
                scenario.recovers(killed);
            }
            scenario.end(
                    "kill -9, " + round + (round == 1 ? " round" : " rounds"),
                    "One node alone, killed in the midst of forms, events and timers, and started again at once; compared"
                            + " after each round. Recovery is the longest time from the kill over the start until clients"
                            + " had " + Size.STEPS + " steps acknowledged again.");
        }
    }

    @Test
    @Order(12)
    void anImportThatIsCutOffCanBeSentAgain() throws Exception {
        Scenario scenario = Scenario.of(estate, 12, "The node is killed during an import");
        BrokenImport rows = new BrokenImport(estate, Size.ROWS);
        long seen = rows.sendUntil(Size.ROWS / 3, () -> estate.kill(0));
        estate.begin(0);
        estate.untilReady(0);
        Instant again = Instant.now();
        JsonNode totals = rows.sendWhole();

        scenario.recovers(again);
        assertThat(seen).isBetween((long) Size.ROWS / 3, (long) Size.ROWS - 1);
        assertThat(totals.path("refused").asInt()).isZero();
        assertThat(totals.path("alreadyOpen").asLong()).isGreaterThanOrEqualTo(seen);
        assertThat(totals.path("created").asLong() + totals.path("alreadyOpen").asLong())
                .isEqualTo(Size.ROWS);
        assertThat(rows.changed())
                .as("rows with another case than the first time")
                .isEmpty();
        scenario.end(
                Size.ROWS + " rows, cut off after " + seen,
                "The node dies while it answers row by row. The same file is sent again: every row that was acknowledged"
                        + " has the case that it had, every other gets its own. Recovery is how long the second time took.");
    }

    interface Call {
        Caller.Answer make(int number) throws Exception;
    }

    static List<Caller.Answer> atOnce(int times, Call call) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<CompletableFuture<Caller.Answer>> calls = new ArrayList<>();
            for (int number = 0; number < times; number++) {
                int mine = number;
                calls.add(CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return call.make(mine);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        threads));
            }
            return calls.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }
}
