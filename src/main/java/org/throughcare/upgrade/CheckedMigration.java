package org.throughcare.upgrade;

import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** The database is brought forward, and all else begins, only when no case would be stranded. */
@Component
class CheckedMigration implements FlywayMigrationStrategy {

    /**
     * Looks as the role that owns the tables: where nodes start together on a new database, the other one may have made
     * them and not yet given the application its rights.
     */
    @Override
    public void migrate(Flyway flyway) {
        UpgradeCheck.of(flyway.getConfiguration().getDataSource()).refuseToStrand();
        flyway.migrate();
    }
}
