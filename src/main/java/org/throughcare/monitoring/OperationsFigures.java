package org.throughcare.monitoring;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What those who run the product look at. Restricted cases are left out of everything that is counted by case: they exist
 * for the people on their list only.
 */
@Component
@Transactional(readOnly = true)
class OperationsFigures {

    private static final String NOT_RESTRICTED =
            "not exists (select 1 from restricted_case restricted where restricted.case_number = ";

    private final JdbcClient jdbc;
    private final Clock clock;

    OperationsFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Open cases by the phase in which they are. */
    Map<String, Integer> openCasesByPhase() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("select phase, count(*) cases from case_file where status = 'open' and " + NOT_RESTRICTED
                        + "case_file.case_number) group by phase order by phase")
                .query(row -> {
                    counts.put(row.getString("phase"), row.getInt("cases"));
                });
        return counts;
    }

    /** Open tasks past their due date, by the role whose they are; a task of two roles counts for each. */
    Map<String, Integer> overdueTasksByRole() {
        Map<String, Integer> counts = new TreeMap<>();
        jdbc.sql(
                        """
                select link.group_id_ team, count(distinct task.id_) tasks
                from act_ru_task task
                join act_ru_identitylink link on link.task_id_ = task.id_ and link.type_ = 'candidate'
                join act_ru_execution process on process.id_ = task.proc_inst_id_
                where task.due_date_ < :now and link.group_id_ is not null and (process.business_key_ is null or """
                                + " " + NOT_RESTRICTED + "process.business_key_)) group by link.group_id_")
                .param("now", Timestamp.from(clock.instant()))
                .query(row -> {
                    counts.merge(role(row.getString("team")), row.getInt("tasks"), Integer::sum);
                });
        return counts;
    }

    /** {@code caseManager.north} is a caseManager. */
    private static String role(String group) {
        int dot = group.indexOf('.');
        return dot < 0 ? group : group.substring(0, dot);
    }

    /** Messages that have not gone out. */
    int waitingMessages() {
        return number("select count(*) from message where next_try_at is not null");
    }

    /** For how long the oldest of them has waited; zero when none waits. */
    Duration oldestMessage() {
        return jdbc.sql("select min(written_at) oldest from message where next_try_at is not null")
                .query((row, number) -> row.getObject("oldest", OffsetDateTime.class))
                .optional()
                .map(oldest -> since(oldest.toInstant()))
                .orElse(Duration.ZERO);
    }

    /** Jobs of the engine that could run now. */
    int dueJobs() {
        return jdbc.sql(
                        "select count(*) from act_ru_job where retries_ > 0 and suspension_state_ = 1 and duedate_ <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    /** Jobs of the engine that were tried for the last time and wait for a person. */
    int failedJobs() {
        return number("select count(*) from act_ru_job where retries_ = 0");
    }

    /** How late the longest waiting job of the engine is; zero when none is due. */
    Duration timerLag() {
        return jdbc.sql("select min(duedate_) oldest from act_ru_job where retries_ > 0 and suspension_state_ = 1")
                .query((row, number) -> row.getTimestamp("oldest"))
                .optional()
                .map(oldest -> since(oldest.toInstant()))
                .filter(late -> !late.isNegative())
                .orElse(Duration.ZERO);
    }

    private int number(String question) {
        return jdbc.sql(question).query(Integer.class).single();
    }

    private Duration since(Instant moment) {
        return Duration.between(moment, clock.instant());
    }
}
