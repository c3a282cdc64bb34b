package org.throughcare.decisions.workbench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What analysts are changing, each in a draft of her own for each table. A draft that was saved elsewhere meanwhile, in
 * another tab say, is never overwritten.
 */
@Component
@Transactional
class Drafts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A draft.
     *
     * @param baseVersion the version that was live when it was begun
     * @param revision counts how often it was saved
     */
    record Draft(String decision, String author, int baseVersion, int revision, String dmn, Instant savedAt) {}

    /** The drafts of all tables, the newest first. */
    List<Draft> all() {
        return jdbc.sql("select * from table_draft order by saved_at desc")
                .query(Drafts::draft)
                .list();
    }

    Optional<Draft> find(String decision, String author) {
        return jdbc.sql("select * from table_draft where decision = ? and author = ?")
                .params(decision, author)
                .query(Drafts::draft)
                .optional();
    }

    /**
     * Saves it.
     *
     * @param revision the one that was seen last; 0 when there was none
     * @throws SavedElsewhereException when it was saved elsewhere since
     */
    Draft save(String decision, String author, int baseVersion, int revision, String dmn) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        if (!(revision == 0
                ? begins(decision, author, baseVersion, dmn, now)
                : goesOn(decision, author, revision, dmn, now))) {
            throw new SavedElsewhereException(find(decision, author));
        }
        return find(decision, author).orElseThrow();
    }

    private boolean begins(String decision, String author, int baseVersion, String dmn, OffsetDateTime now) {
        if (find(decision, author).isPresent()) {
            return false;
        }
        try {
            return jdbc.sql(
                                    """
                            insert into table_draft (decision, author, base_version, revision, dmn, saved_at)
                            values (?, ?, ?, 1, ?, ?)""")
                            .params(decision, author, baseVersion, dmn, now)
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private boolean goesOn(String decision, String author, int revision, String dmn, OffsetDateTime now) {
        return jdbc.sql(
                                """
                        update table_draft set dmn = ?, revision = revision + 1, saved_at = ?
                        where decision = ? and author = ? and revision = ?""")
                        .params(dmn, now, decision, author, revision)
                        .update()
                == 1;
    }

    void discard(String decision, String author) {
        jdbc.sql("delete from table_draft where decision = ? and author = ?")
                .params(decision, author)
                .update();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getString("decision"),
                row.getString("author"),
                row.getInt("base_version"),
                row.getInt("revision"),
                row.getString("dmn"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
