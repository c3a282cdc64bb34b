package org.throughcare.decisions.workbench;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.engine.TableVersions;
import org.throughcare.engine.TableVersions.Version;

/**
 * The tables that releases of the product bring. Over a table that people changed they never go by themselves: what is
 * new waits until somebody takes it over or puts it aside.
 */
@Component
@Transactional
class PackagedTables {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TableVersions tables;

    PackagedTables(JdbcClient jdbc, Clock clock, TableVersions tables) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.tables = tables;
    }

    /** The text of this release, when it differs from the one that people last dealt with. */
    Optional<String> waiting(Version live) {
        if (live.packaged()) {
            return Optional.empty();
        }
        return tables.packaged(live.decision())
                .filter(text -> !text.equals(base(live.decision()).orElse("")));
    }

    /** The text that people last dealt with: taken over, put aside, or the one that they began from. */
    Optional<String> base(String decision) {
        return jdbc.sql("select dmn from packaged_table_settled where decision = ?")
                .param(decision)
                .query(String.class)
                .optional()
                .or(() -> tables.of(decision).stream()
                        .filter(Version::packaged)
                        .findFirst()
                        .map(tables::text));
    }

    /** The text of this release has been dealt with. */
    void settle(String decision, String settledBy) {
        tables.packaged(decision).ifPresent(text -> {
            jdbc.sql("delete from packaged_table_settled where decision = ?")
                    .param(decision)
                    .update();
            jdbc.sql("insert into packaged_table_settled (decision, dmn, settled_by, settled_at) values (?, ?, ?, ?)")
                    .params(decision, text, settledBy, clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        });
    }
}
