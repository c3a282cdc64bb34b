package org.throughcare.start;

import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the database could not be used at start, for the causes that whoever runs it can mend. */
class DatabaseOutOfReach extends AbstractFailureAnalyzer<SQLException> {

    /** By the first characters of the SQL state; H2 has its own numbers. */
    private static final Map<String, String> CAUSES = Map.of(
            "08", "The database does not answer.",
            "28", "The database does not take this user and password.",
            "3D", "There is no database of this name.",
            "57", "The database is starting or stopping.",
            "42501", "The role that makes the tables may not make them.",
            "90020", "Another process has the database file open.");

    @Override
    protected FailureAnalysis analyze(Throwable failure, SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        return CAUSES.entrySet().stream()
                .filter(known -> state.startsWith(known.getKey()))
                .findFirst()
                .map(known -> new FailureAnalysis(
                        known.getValue(),
                        "Look whether it runs, and at SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
                                + " SPRING_DATASOURCE_PASSWORD; with a role that owns the tables also at"
                                + " SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD.",
                        cause))
                .orElse(null);
    }
}
