package org.throughcare.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Makes the engine's tables from the scripts that it brings, as the first of all migrations: two nodes that start together
 * on an empty database take turns, which they do not when each engine makes its own. The engine itself changes no table
 * and refuses to start with tables of another version.
 */
@Component
class EngineTables implements JavaMigration {

    private static final String SCRIPT = "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql";
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("0.7.24.0");
    }

    @Override
    public String getDescription() {
        return "tables of the engine";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        // earlier versions of Throughcare left it to the engine
        if (TableNames.of(connection).contain("act_ge_property")) {
            return;
        }
        String database = connection
                        .getMetaData()
                        .getDatabaseProductName()
                        .toLowerCase(Locale.ROOT)
                        .startsWith("postgres")
                ? "postgres"
                : "h2";
        for (String part : PARTS) {
            ScriptUtils.executeSqlScript(connection, script(database, part));
        }
    }

    private static EncodedResource script(String database, String part) {
        return new EncodedResource(
                new ClassPathResource(SCRIPT.formatted(database, part), ProcessEngine.class.getClassLoader()));
    }
}
