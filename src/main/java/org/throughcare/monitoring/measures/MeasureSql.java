package org.throughcare.monitoring.measures;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Asks the database within a scope. Every question begins with the same two tables: {@code my_site}, the sites of the
 * scope with their day, and {@code visible}, the cases that count. A measure that reads {@code visible} cannot forget the
 * reader's sites or restricted cases. {@code :now} is the moment of the question, {@code :yearAgo} 365 days before.
 */
@Component
public class MeasureSql {

    private static final Duration YEAR = Duration.ofDays(365);

    private static final String VISIBLE =
            """
            visible as %s(
              select c.case_number, c.site, c.status, c.phase, coalesce(c.track, 'undecided') track, c.admission_date,
                c.release_date, c.released_at, c.case_manager, c.closing_reason, c.opened_at, c.closed_at, s.today
              from case_file c join my_site s on s.site = c.site
              where c.case_number not in (:hidden))""";

    private final JdbcClient jdbc;
    private final String visible;

    MeasureSql(JdbcClient jdbc, @Value("${spring.datasource.url}") String database) {
        this.jdbc = jdbc;
        // PostgreSQL would otherwise write down all cases for a question that reads them twice; H2 knows no such word
        boolean isPostgres = DatabaseDriver.fromJdbcUrl(database) == DatabaseDriver.POSTGRESQL;
        this.visible = VISIBLE.formatted(isPostgres ? "not materialized " : "");
    }

    /** The whole question as a reader sees it, with one line for her sites. */
    public static String shown(String sql) {
        return "with my_site (site, today) as (values (:site, :today), ...),\n" + VISIBLE.formatted("") + "\n" + sql;
    }

    /**
     * That question within that scope.
     *
     * @param sql goes on after {@code with my_site as (…), visible as (…)}: a select, or {@code , more as (…) select}
     */
    public StatementSpec ask(Scope scope, String sql) {
        Map<String, Object> params = new HashMap<>();
        String sites = IntStream.range(0, scope.sites().size())
                .mapToObj(number -> {
                    params.put("site" + number, scope.sites().get(number).id());
                    params.put(
                            "today" + number,
                            LocalDate.ofInstant(
                                    scope.now(), scope.sites().get(number).zone()));
                    return "(cast(:site%d as varchar(40)), cast(:today%d as date))".formatted(number, number);
                })
                .collect(Collectors.joining(", "));
        List<String> hidden = new ArrayList<>(scope.hidden());
        hidden.add("");
        StatementSpec question = jdbc.sql("with my_site (site, today) as (values " + sites + "),\n" + visible
                        + (sql.stripLeading().startsWith(",") ? sql : "\n" + sql))
                .params(params)
                .param("hidden", hidden);
        for (Map.Entry<String, Instant> moment :
                Map.of("now", scope.now(), "yearAgo", scope.now().minus(YEAR)).entrySet()) {
            if (sql.contains(":" + moment.getKey())) {
                question = question.param(moment.getKey(), Timestamp.from(moment.getValue()));
            }
        }
        return question;
    }
}
