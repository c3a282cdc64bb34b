package org.throughcare.decisions.workbench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.decisions.workbench.Proposal.Kind;
import org.throughcare.decisions.workbench.Proposal.State;

/** Keeps proposals and what became of them; none is ever deleted, since they say who changed which table and why. */
@Component
@Transactional
class Proposals {

    private final JdbcClient jdbc;
    private final Clock clock;

    Proposals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is proposed. */
    record NewProposal(
            String decision,
            Kind kind,
            boolean emergency,
            int baseVersion,
            String dmn,
            String goldenCases,
            String reason,
            String author,
            Instant effectiveAt,
            String impactRun) {}

    long add(NewProposal proposal) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                insert into table_proposal (decision, kind, emergency, base_version, dmn, golden_cases, reason, author, proposed_at,
                  effective_at, state, impact)
                values (:decision, :kind, :emergency, :base, :dmn, :golden, :reason, :author, :now, :effective, 'proposed', :impact)""")
                .param("decision", proposal.decision())
                .param("kind", proposal.kind().name())
                .param("emergency", proposal.emergency())
                .param("base", proposal.baseVersion())
                .param("dmn", proposal.dmn())
                .param("golden", proposal.goldenCases(), java.sql.Types.VARCHAR)
                .param("reason", proposal.reason())
                .param("author", proposal.author())
                .param("now", now())
                .param(
                        "effective",
                        proposal.effectiveAt() == null
                                ? null
                                : proposal.effectiveAt().atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("impact", proposal.impactRun())
                .update(key, "id");
        return key.getKey().longValue();
    }

    Optional<Proposal> find(long id) {
        return jdbc.sql("select * from table_proposal where id = ?")
                .param(id)
                .query(Proposals::proposal)
                .optional();
    }

    Proposal get(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("There is no proposal " + id + "."));
    }

    /** The proposals for that table, the newest first. */
    List<Proposal> of(String decision) {
        return jdbc.sql("select * from table_proposal where decision = ? order by id desc")
                .param(decision)
                .query(Proposals::proposal)
                .list();
    }

    /** Those that nobody has decided on, or that wait for their day. */
    List<Proposal> open() {
        return jdbc.sql("select * from table_proposal where state in ('proposed', 'approved') order by id")
                .query(Proposals::proposal)
                .list();
    }

    /** The newest proposal that was released for each table. */
    List<Proposal> newestReleased() {
        return jdbc.sql(
                        """
                select * from table_proposal where id in (
                  select max(id) from table_proposal where released_version is not null group by decision)""")
                .query(Proposals::proposal)
                .list();
    }

    /** What the other person answered. */
    void answer(long id, String decidedBy, String answer) {
        jdbc.sql("update table_proposal set decided_by = ?, decided_at = ?, answer = ? where id = ?")
                .params(decidedBy, now(), answer, id)
                .update();
    }

    /** When it becomes live, as the other person chose. */
    void effectiveAt(long id, Instant at) {
        jdbc.sql("update table_proposal set effective_at = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    void become(long id, State state) {
        jdbc.sql("update table_proposal set state = ? where id = ?")
                .params(state.name(), id)
                .update();
    }

    void released(long id, int version) {
        jdbc.sql("update table_proposal set state = 'released', released_version = ? where id = ?")
                .params(version, id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Proposal proposal(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getLong("id"),
                row.getString("decision"),
                Kind.valueOf(row.getString("kind")),
                row.getBoolean("emergency"),
                row.getInt("base_version"),
                row.getString("dmn"),
                row.getString("golden_cases"),
                row.getString("reason"),
                row.getString("author"),
                instant(row, "proposed_at"),
                instant(row, "effective_at"),
                State.valueOf(row.getString("state")),
                row.getString("impact"),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("answer"),
                row.getObject("released_version", Integer.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
