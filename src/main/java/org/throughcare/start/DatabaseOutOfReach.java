package org.throughcare.start;

import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the database could not be used at start, for the causes that whoever runs it can mend. */
class DatabaseOutOfReach extends AbstractFailureAnalyzer<SQLException> {

    private static final String LOOK =
            "Look whether it runs, and at SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
                    + " SPRING_DATASOURCE_PASSWORD; with a role that owns the tables also at SPRING_FLYWAY_USER and"
                    + " SPRING_FLYWAY_PASSWORD.";

    private static final String FILE =
            "Look at the disk, and whether the folder of the file belongs to the user who starts"
                    + " this. When the file is damaged, put it aside and restore the newest backup"
                    + " (src/docs/operations/backup.md).";

    /** By the first characters of the SQL state; H2 has its own numbers. */
    private static final Map<String, Cause> CAUSES = Map.of(
            "08", new Cause("The database does not answer.", LOOK),
            "28", new Cause("The database does not take this user and password.", LOOK),
            "3D", new Cause("There is no database of this name.", LOOK),
            "57", new Cause("The database is starting or stopping.", LOOK),
            "42501",
                    new Cause(
                            "The role that makes the tables may not make them.",
                            "Set SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD: the role that owns the database."),
            "90020",
                    new Cause(
                            "Another process has the database file open.",
                            "Stop it first: a database in a file has one user at a time."),
            "90028", new Cause("The database file cannot be read.", FILE),
            "90030", new Cause("The database file is damaged.", FILE),
            "90031", new Cause("The database file cannot be written.", FILE));

    private record Cause(String whatIsWrong, String whatToDo) {}

    @Override
    protected FailureAnalysis analyze(Throwable failure, SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        return CAUSES.entrySet().stream()
                .filter(known -> state.startsWith(known.getKey()))
                .findFirst()
                .map(known -> new FailureAnalysis(
                        known.getValue().whatIsWrong(), known.getValue().whatToDo(), cause))
                .orElse(null);
    }
}
