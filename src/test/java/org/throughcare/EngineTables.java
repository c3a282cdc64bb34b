package org.throughcare;

import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engine's tables, read to find what must not be there. */
public final class EngineTables {

    private final JdbcTemplate jdbc;

    public EngineTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Names of the engine's tables with that word in any row. */
    public List<String> withWord(String word) {
        return jdbc
                .queryForList(
                        "select table_name from information_schema.tables where lower(table_schema) = 'public'",
                        String.class)
                .stream()
                .filter(table -> table.toLowerCase(Locale.ROOT).startsWith("act_"))
                .filter(table -> rows(table).anyMatch(row -> row.contains(word)))
                .toList();
    }

    private Stream<String> rows(String table) {
        return jdbc.query("select * from " + table, (row, number) -> textOf(row)).stream();
    }

    private static String textOf(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        ResultSetMetaData columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            text.append(textOf(row.getObject(column))).append('\n');
        }
        return text.toString();
    }

    private static String textOf(Object value) throws SQLException {
        if (value instanceof Clob clob) {
            return clob.getSubString(1, (int) clob.length());
        }
        if (value instanceof Blob blob) {
            return new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.UTF_8);
        }
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }
}
