package org.throughcare.upgrade;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** The database is brought forward, and all else begins, only when no case would be stranded. */
@Component
class CheckedMigration implements FlywayMigrationStrategy {

    private final DataSource database;

    CheckedMigration(DataSource database) {
        this.database = database;
    }

    @Override
    public void migrate(Flyway flyway) {
        UpgradeCheck.of(database).refuseToStrand();
        flyway.migrate();
    }
}
