package org.throughcare.decisions.workbench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.casefile.Json;
import org.throughcare.decisions.workbench.Impact.Compared;
import org.throughcare.decisions.workbench.Impact.Group;
import org.throughcare.decisions.workbench.Impact.Load;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;

/** The comparisons over real decisions that somebody asked for: how far each is, and what came out. Seen by all nodes. */
@Component
class ImpactRuns {

    private static final Duration KEPT = Duration.ofDays(1);

    /** Longer than any comparison takes; the node that made it is gone. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Json json;
    private final JdbcTemplate batch;
    private final SealedTable sealed;

    ImpactRuns(JdbcClient jdbc, JdbcTemplate batch, Clock clock, Json json, Sealing sealing) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
        this.json = json;
        this.sealed = sealing.table("impact_case", "change");
    }

    /** How far it is. */
    enum State {
        running,
        done,
        cancelled,
        failed
    }

    /**
     * A run.
     *
     * @param done how many of {@code total} decisions have been compared
     * @param totals {@link Totals} as JSON; null until it is done
     */
    record Run(String id, String askedBy, String decision, State state, int done, int total, String totals) {}

    /** How many, without cases. */
    record Totals(int pastAsked, int pastChanged, int openAsked, int openChanged, List<Load> workload) {}

    /**
     * What would change for one woman.
     *
     * @param open as her case stands today; otherwise at a decision of the past
     */
    record Touched(boolean open, String caseNumber, String from, String to) {}

    /** Begins one; earlier ones that belong to no proposal go. */
    String begin(String decision, String askedBy) {
        Instant now = clock.instant();
        jdbc.sql(
                        """
                delete from impact_run where asked_at < ?
                  and id not in (select impact from table_proposal where impact is not null)""")
                .param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("update impact_run set state = 'failed' where state = 'running' and asked_at < ?")
                .param(now.minus(GIVEN_UP).atOffset(ZoneOffset.UTC))
                .update();
        String id = UUID.randomUUID().toString();
        jdbc.sql(
                        """
                insert into impact_run (id, asked_by, decision, state, done, total, asked_at)
                values (?, ?, ?, 'running', 0, 0, ?)""")
                .params(id, askedBy, decision, now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /**
     * Notes how far it is.
     *
     * @return whether somebody still wants the result
     */
    boolean progress(String id, int done, int total) {
        return jdbc.sql("update impact_run set done = ?, total = ? where id = ? and state = 'running'")
                        .params(done, total, id)
                        .update()
                == 1;
    }

    /** Keeps the result; what would change for a woman goes with her case, and is sealed like the record. */
    @Transactional
    public void finish(String id, Impact impact) {
        Totals totals = new Totals(
                impact.past().asked(),
                impact.past().changed(),
                impact.open().asked(),
                impact.open().changed(),
                impact.workload());
        int wanted = jdbc.sql(
                        "update impact_run set state = 'done', done = total, totals = ? where id = ? and state = 'running'")
                .params(json.write(totals), id)
                .update();
        if (wanted == 1) {
            keep(id, false, impact.past());
            keep(id, true, impact.open());
        }
    }

    private void keep(String id, boolean open, Compared compared) {
        List<Object[]> rows = new ArrayList<>();
        for (Group group : compared.groups()) {
            String change = json.write(Map.of("from", group.from(), "to", group.to()));
            group.cases()
                    .forEach(
                            number -> rows.add(new Object[] {id, open, number, sealed.seal("change", number, change)}));
        }
        batch.batchUpdate("insert into impact_case (run, open_case, case_number, change) values (?, ?, ?, ?)", rows);
    }

    /** What would change, woman by woman; who was erased since is not among them. */
    List<Touched> touched(String id) {
        return jdbc.sql("select open_case, case_number, change from impact_case where run = ? order by case_number")
                .param(id)
                .query((row, number) -> {
                    Map<String, Object> change = json.readMap(sealed.open(row, "change"));
                    return new Touched(
                            row.getBoolean("open_case"),
                            row.getString("case_number"),
                            (String) change.get("from"),
                            (String) change.get("to"));
                })
                .list();
    }

    void fail(String id) {
        end(id, State.failed);
    }

    void cancel(String id) {
        end(id, State.cancelled);
    }

    private void end(String id, State state) {
        jdbc.sql("update impact_run set state = ? where id = ? and state = 'running'")
                .params(state.name(), id)
                .update();
    }

    Optional<Run> find(String id) {
        return jdbc.sql("select * from impact_run where id = ?")
                .param(id)
                .query((row, number) -> new Run(
                        row.getString("id"),
                        row.getString("asked_by"),
                        row.getString("decision"),
                        State.valueOf(row.getString("state")),
                        row.getInt("done"),
                        row.getInt("total"),
                        row.getString("totals")))
                .optional();
    }
}
