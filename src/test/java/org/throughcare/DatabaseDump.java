package org.throughcare;

import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that somebody reads who has stolen the database: every column of every row of every table, as text. */
public final class DatabaseDump {

    private final Map<String, String> byTable;

    private DatabaseDump(Map<String, String> byTable) {
        this.byTable = byTable;
    }

    /** Reads the whole database. */
    public static DatabaseDump of(DataSource database) {
        Map<String, String> byTable = new LinkedHashMap<>();
        JdbcTemplate jdbc = new JdbcTemplate(database);
        List<String> tables = jdbc.queryForList(
                """
                select table_name from information_schema.tables
                where lower(table_schema) = 'public' and table_type = 'BASE TABLE' order by table_name""",
                String.class);
        try (Connection connection = database.getConnection()) {
            for (String table : tables) {
                byTable.put(table.toLowerCase(), content(connection, table));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return new DatabaseDump(byTable);
    }

    /** The tables in which that word stands somewhere, in any case. */
    public List<String> tablesThatHold(String word) {
        return byTable.entrySet().stream()
                .filter(table -> table.getValue().contains(word.toLowerCase()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The content of each table, row after row, by its name. */
    public Map<String, String> byTable() {
        return byTable;
    }

    private static String content(Connection connection, String table) throws SQLException {
        StringBuilder content = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from \"" + table + "\"")) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int column = 1; column <= columns; column++) {
                    content.append(text(row.getObject(column))).append('\n');
                }
            }
        }
        return content.toString().toLowerCase();
    }

    private static String text(Object value) throws SQLException {
        if (value instanceof Clob clob) {
            return clob.getSubString(1, (int) clob.length());
        }
        if (value instanceof Blob blob) {
            return new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.UTF_8);
        }
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }
}
