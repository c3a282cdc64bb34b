package org.throughcare.upgrade;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughcare.engine.PackagedModelsRule;

/**
 * The newest release that ever set up this database. A node of an older one that is started again, as happens while nodes
 * are renewed one after the other, puts nothing of its own over what the newer one brought.
 */
@Component
class ReleaseInUse implements PackagedModelsRule {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Release own = Release.current();

    ReleaseInUse(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean mayDeploy() {
        Optional<Release> there = read(jdbc);
        if (there.filter(release -> release.isNewerThan(own)).isPresent()) {
            return false;
        }
        if (there.filter(own::equals).isEmpty()) {
            write();
        }
        return true;
    }

    static Optional<Release> read(JdbcClient jdbc) {
        return jdbc.sql("select version from release_in_use where id = 1")
                .query(String.class)
                .optional()
                .map(Release::new);
    }

    private void write() {
        jdbc.sql("delete from release_in_use").update();
        jdbc.sql("insert into release_in_use (id, version, since) values (1, ?, ?)")
                .params(own.number(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
