package org.throughcare.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.operations.Operation.Item;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;

/** What was asked for and how far it is, for all nodes. */
@Component
class OperationRuns {

    private static final int NEWEST = 50;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Clock clock;
    private final SealedTable sealed;

    OperationRuns(JdbcClient jdbc, JdbcTemplate batch, Clock clock, Sealing sealing) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
        this.sealed = sealing.table("operation_item", "reason");
    }

    /** What became of one. */
    enum Outcome {
        waiting,
        done,
        refused
    }

    /** A run. */
    record Run(String id, String kind, String askedBy, Instant askedAt) {}

    /** One item and what became of it; null without a message while it waits. */
    record Result(String item, String caseNumber, Outcome outcome, String message) {}

    /** One that waits to be done. */
    record Waiting(String run, int place, String kind, String askedBy, String reason, Item item) {}

    /** Keeps what is to be done. */
    @Transactional
    public String begin(String kind, String askedBy, String reason, List<Item> items) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("insert into operation_run (id, kind, asked_by, asked_at) values (?, ?, ?, ?)")
                .params(id, kind, askedBy, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        List<Object[]> rows = new ArrayList<>();
        items.forEach(item -> rows.add(new Object[] {
            id,
            rows.size(),
            item.caseNumber(),
            item.item(),
            item.target(),
            sealed.seal("reason", item.caseNumber(), reason),
            Outcome.waiting.name()
        }));
        batch.batchUpdate(
                """
                insert into operation_item (run, place, case_number, item, target, reason, state)
                values (?, ?, ?, ?, ?, ?, ?)""",
                rows);
        return id;
    }

    /** Some that wait, in their order. */
    List<Waiting> waiting(int most) {
        return jdbc.sql(
                        """
                select operation_item.*, kind, asked_by from operation_item
                join operation_run on operation_run.id = operation_item.run
                where state = 'waiting' order by asked_at, run, place limit ?""")
                .param(most)
                .query(this::waitingRow)
                .list();
    }

    private Waiting waitingRow(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getString("run"),
                row.getInt("place"),
                row.getString("kind"),
                row.getString("asked_by"),
                sealed.open(row, "reason"),
                new Item(row.getString("item"), row.getString("case_number"), row.getString("target")));
    }

    /**
     * Settles one that waits, in the caller's transaction: another node waits here until that ends, and then finds it
     * settled.
     *
     * @return whether it still waited
     */
    boolean settle(Waiting waiting, Outcome outcome, String message) {
        return jdbc.sql(
                                """
                update operation_item set state = ?, message = ? where run = ? and place = ? and state = 'waiting'""")
                        .params(outcome.name(), message, waiting.run(), waiting.place())
                        .update()
                == 1;
    }

    /** Says what happened to one that was settled in this transaction. */
    void tell(Waiting waiting, String message) {
        jdbc.sql("update operation_item set message = ? where run = ? and place = ?")
                .params(message, waiting.run(), waiting.place())
                .update();
    }

    Optional<Run> find(String id) {
        return jdbc.sql("select * from operation_run where id = ?")
                .param(id)
                .query(OperationRuns::run)
                .optional();
    }

    /** The newest, first. */
    List<Run> newest() {
        return jdbc.sql("select * from operation_run order by asked_at desc, id limit ?")
                .param(NEWEST)
                .query(OperationRuns::run)
                .list();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getString("id"),
                row.getString("kind"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }

    List<Result> results(String run) {
        return jdbc.sql("select * from operation_item where run = ? order by place")
                .param(run)
                .query((row, number) -> new Result(
                        row.getString("item"),
                        row.getString("case_number"),
                        Outcome.valueOf(row.getString("state")),
                        row.getString("message")))
                .list();
    }
}
