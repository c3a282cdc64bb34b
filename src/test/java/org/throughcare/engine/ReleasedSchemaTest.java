package org.throughcare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The database of each release that was ever given out, made as it was and with a row in its tables, is brought forward:
 * every row stays, and the tables are those of a new database.
 */
class ReleasedSchemaTest {

    private static final File RELEASED = new File("src/test/resources/released");
    private static final List<String> MUST_HOLD_ROWS =
            List.of("case_file", "case_fact", "journal_entry", "consent", "referral", "contact", "urgent_flag");

    static Stream<String> releases() {
        return Arrays.stream(RELEASED.list()).sorted();
    }

    @ParameterizedTest(name = "from {0}")
    @MethodSource("releases")
    void everyRowStaysAndTheTablesAreThoseOfANewDatabase(String release) throws Exception {
        DataSource old = newDatabase();
        asReleased(release, old);
        Map<String, Integer> filled = fill(old);
        assertThat(filled).containsKeys(MUST_HOLD_ROWS.toArray(String[]::new));

        Flyway today = today(old);
        today.migrate();

        assertThat(today.validateWithResult().validationSuccessful).isTrue();
        filled.forEach((table, rows) -> assertThat(count(old, table)).as(table).isGreaterThanOrEqualTo(rows));
        DataSource fresh = newDatabase();
        today(fresh).migrate();
        assertThat(columns(old)).isEqualTo(columns(fresh));
    }

    /** An empty database of its own. */
    DataSource newDatabase() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database.setUser("sa");
        return database;
    }

    /** At that time the engine made its own tables, before the record's. */
    private static void asReleased(String release, DataSource database) {
        StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
        engine.setProcessEngineName(UUID.randomUUID().toString());
        engine.setDataSource(database);
        engine.setDatabaseSchemaUpdate("true");
        engine.setJobExecutorActivate(false);
        engine.setMetricsEnabled(false);
        engine.buildProcessEngine().close();
        asConfigured(database)
                .locations("filesystem:" + new File(RELEASED, release + "/schema"))
                .load()
                .migrate();
    }

    private static Flyway today(DataSource database) {
        return asConfigured(database).javaMigrations(new EngineTables()).load();
    }

    private static FluentConfiguration asConfigured(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .outOfOrder(true)
                .ignoreMigrationPatterns("*:missing", "*:future");
    }

    /** A row in each of the record's tables whose rules the same few values satisfy. How many, by table. */
    private static Map<String, Integer> fill(DataSource database) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        Map<String, List<Column>> tables = new TreeMap<>();
        columns(database).forEach(column -> tables.computeIfAbsent(column.table(), name -> new ArrayList<>())
                .add(column));
        tables.keySet().removeIf(table -> table.startsWith("act_") || table.startsWith("flyway"));
        Map<String, Integer> filled = new LinkedHashMap<>();
        int before = -1;
        while (filled.size() > before) {
            before = filled.size();
            tables.forEach((table, columns) -> {
                if (!filled.containsKey(table) && insert(jdbc, table, columns)) {
                    filled.put(table, count(database, table));
                }
            });
        }
        return filled;
    }

    private static boolean insert(JdbcTemplate jdbc, String table, List<Column> columns) {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        try {
            jdbc.update(
                    "insert into " + table + " (" + names + ") values (" + places + ")",
                    columns.stream().map(Column::sample).toArray());
            return true;
        } catch (DataAccessException waitsForAnotherTable) {
            return false;
        }
    }

    private static int count(DataSource database, String table) {
        return new JdbcTemplate(database).queryForObject("select count(*) from " + table, Integer.class);
    }

    private static List<Column> columns(DataSource database) {
        return new JdbcTemplate(database)
                .query(
                        """
                        select table_name, column_name, data_type, is_nullable from information_schema.columns
                        where lower(table_schema) = 'public' order by table_name, column_name""",
                        (row, number) -> new Column(
                                row.getString(1).toLowerCase(Locale.ROOT),
                                row.getString(2).toLowerCase(Locale.ROOT),
                                row.getString(3).toLowerCase(Locale.ROOT),
                                row.getString(4)));
    }

    private record Column(String table, String name, String type, String nullable) {

        Object sample() {
            if (type.startsWith("timestamp")) {
                return Timestamp.valueOf("2026-01-12 09:00:00");
            }
            return switch (type) {
                case "date" -> LocalDate.of(2026, 1, 12);
                case "boolean" -> true;
                case "integer", "bigint", "smallint", "numeric", "double precision" -> 1;
                case "bytea", "binary varying", "binary large object" -> new byte[] {1};
                default -> "x";
            };
        }
    }
}
