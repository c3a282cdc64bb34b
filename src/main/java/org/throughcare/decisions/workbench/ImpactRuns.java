package org.throughcare.decisions.workbench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Json;

/** The comparisons over real decisions that somebody asked for: how far each is, and what came out. Seen by all nodes. */
@Component
class ImpactRuns {

    private static final Duration KEPT = Duration.ofDays(1);

    /** Longer than any comparison takes; the node that made it is gone. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Json json;

    ImpactRuns(JdbcClient jdbc, Clock clock, Json json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
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
     * @param result an {@link Impact} as JSON; null until it is done
     */
    record Run(String id, String askedBy, String decision, State state, int done, int total, String result) {}

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

    void finish(String id, Impact impact) {
        jdbc.sql("update impact_run set state = 'done', done = total, result = ? where id = ? and state = 'running'")
                .params(json.write(impact), id)
                .update();
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
                        row.getString("result")))
                .optional();
    }
}
