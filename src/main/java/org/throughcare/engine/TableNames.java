package org.throughcare.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The tables that a database has in the schema of its connection. */
public final class TableNames {

    private final Set<String> names;

    private TableNames(Set<String> names) {
        this.names = names;
    }

    /** Reads them. */
    public static TableNames of(Connection connection) throws SQLException {
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
            Set<String> names = new HashSet<>();
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
            return new TableNames(names);
        }
    }

    /** Whether there is one of that name, in lower case. */
    public boolean contain(String name) {
        return names.contains(name);
    }
}
