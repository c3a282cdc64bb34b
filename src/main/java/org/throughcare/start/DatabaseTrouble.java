package org.throughcare.start;

import static java.util.Map.entry;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * Why the database cannot be used, for the causes that whoever runs it can mend.
 *
 * @param whatIsWrong in a sentence
 * @param whatToDo what whoever runs it should do
 */
public record DatabaseTrouble(String whatIsWrong, String whatToDo) {

    private static final String LOOK =
            "Look whether it runs, and at SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
                    + " SPRING_DATASOURCE_PASSWORD; with a role that owns the tables also at SPRING_FLYWAY_USER and"
                    + " SPRING_FLYWAY_PASSWORD.";

    private static final String FILE =
            "Look at the disk, and whether the folder of the file belongs to the user who starts"
                    + " this. When the file is damaged, put it aside and restore the newest backup"
                    + " (src/docs/operations/backup.md).";

    private static final DatabaseTrouble NOT_WRITTEN =
            new DatabaseTrouble("The database file cannot be written.", FILE);

    /** By the first characters of the SQL state; H2 has its own numbers. */
    private static final Map<String, DatabaseTrouble> CAUSES = Map.ofEntries(
            entry("08", new DatabaseTrouble("The database does not answer.", LOOK)),
            entry("28", new DatabaseTrouble("The database does not take this user and password.", LOOK)),
            entry("3D", new DatabaseTrouble("There is no database of this name.", LOOK)),
            entry("57", new DatabaseTrouble("The database is starting or stopping.", LOOK)),
            entry(
                    "42501",
                    new DatabaseTrouble(
                            "The role that makes the tables may not make them.",
                            "Set SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD: the role that owns the database.")),
            entry(
                    "90020",
                    new DatabaseTrouble(
                            "Another process has the database file open.",
                            "Stop it first: a database in a file has one user at a time.")),
            entry("90028", new DatabaseTrouble("The database file cannot be read.", FILE)),
            entry("90030", new DatabaseTrouble("The database file is damaged.", FILE)),
            entry("90031", NOT_WRITTEN),
            entry("90034", NOT_WRITTEN),
            entry("90062", NOT_WRITTEN));

    /** What the database said, in words; nothing when it is of another kind. */
    public static Optional<DatabaseTrouble> of(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        return CAUSES.entrySet().stream()
                .filter(known -> state.startsWith(known.getKey()))
                .findFirst()
                .map(Map.Entry::getValue);
    }
}
