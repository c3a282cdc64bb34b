package org.throughcare.flow;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.throughcare.access.OneAtATime;

/**
 * How long steps took. Every quarter of an hour one of the nodes counts the months that may have changed anew from the
 * engine's history: doing it twice changes nothing, and a case that was restricted meanwhile is no longer among them.
 * Months count in UTC; a case counts at the site where the woman is now.
 */
@Component
class StepTimes {

    /** Longer than any transaction: what ended before the last count but was not to be seen yet is counted now. */
    private static final Duration LATE = Duration.ofDays(3);

    /** What can take time, or what somebody does. Gateways and events that only begin or end are left out. */
    private static final List<String> KINDS = List.of(
            "userTask",
            "callActivity",
            "subProcess",
            "serviceTask",
            "businessRuleTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "intermediateTimer",
            "intermediateMessageCatch",
            "intermediateSignalCatch",
            "intermediateConditional");

    private static final String COUNT =
            """
            insert into step_time (finished_in, process, step, site, track, hours, times)
            select finished_in, process, step, site, track, hours, count(*) from (
              select cast(date_trunc('month', ended.END_TIME_) as date) finished_in, ended.PROC_DEF_KEY_ process,
                %s step, case_file.site site, coalesce(case_file.track, '') track,
                cast(case when ended.DURATION_ < 172800000 then (ended.DURATION_ + 1800000) / 3600000
                  else (ended.DURATION_ + 43200000) / 86400000 * 24 end as integer) hours
              from %s
              join case_file on case_file.case_number = instance.BUSINESS_KEY_
              where ended.END_TIME_ >= :since and ended.DURATION_ is not null and %s
                and not exists (
                  select 1 from restricted_case where restricted_case.case_number = case_file.case_number)
            ) counted
            group by finished_in, process, step, site, track, hours""";

    /** How often processes as wholes took so many hours. */
    static final String OF_PROCESSES =
            """
            select process, finished_in, hours, sum(times) times from step_time
            where step = '' and finished_in between :from and :to and site in (:sites)
              and (track = :track or :track = '')
            group by process, finished_in, hours""";

    private static final String STEPS = COUNT.formatted(
            "ended.ACT_ID_",
            "ACT_HI_ACTINST ended join ACT_HI_PROCINST instance on instance.PROC_INST_ID_ = ended.PROC_INST_ID_",
            "ended.ACT_INST_STATE_ <> 2 and ended.ACT_TYPE_ in (:kinds)");

    private static final String PROCESSES = COUNT.formatted(
            "''",
            "ACT_HI_PROCINST ended join ACT_HI_PROCINST instance on instance.ID_ = ended.ID_",
            "ended.STATE_ in ('COMPLETED', 'INTERNALLY_TERMINATED')");

    private final JdbcClient jdbc;
    private final OneAtATime oneAtATime;
    private final Clock clock;

    StepTimes(JdbcClient jdbc, OneAtATime oneAtATime, Clock clock) {
        this.jdbc = jdbc;
        this.oneAtATime = oneAtATime;
        this.clock = clock;
    }

    /** The durations of the steps of a process, by step; the process as a whole has an empty name. */
    Map<String, Durations> of(String process, FlowQuestion asked) {
        Map<String, TreeMap<Integer, Integer>> found = new HashMap<>();
        jdbc.sql(
                        """
                select step, hours, sum(times) times from step_time
                where process = :process and finished_in between :from and :to and site in (:sites)
                  and (track = :track or :track = '')
                group by step, hours""")
                .param("process", process)
                .param("from", asked.from())
                .param("to", asked.to())
                .param("sites", asked.sites())
                .param("track", asked.track())
                .query(row -> {
                    found.computeIfAbsent(row.getString("step"), step -> new TreeMap<>())
                            .put(row.getInt("hours"), row.getInt("times"));
                });
        Map<String, Durations> durations = new HashMap<>();
        found.forEach((step, hours) -> durations.put(step, new Durations(hours)));
        return durations;
    }

    /** The durations of processes as wholes, by process and month. */
    Map<String, Map<LocalDate, Durations>> ofProcesses(FlowQuestion asked) {
        Map<String, Map<LocalDate, TreeMap<Integer, Integer>>> found = new HashMap<>();
        jdbc.sql(OF_PROCESSES)
                .param("from", asked.from())
                .param("to", asked.to())
                .param("sites", asked.sites())
                .param("track", asked.track())
                .query(row -> {
                    found.computeIfAbsent(row.getString("process"), process -> new TreeMap<>())
                            .computeIfAbsent(row.getObject("finished_in", LocalDate.class), month -> new TreeMap<>())
                            .put(row.getInt("hours"), row.getInt("times"));
                });
        Map<String, Map<LocalDate, Durations>> durations = new HashMap<>();
        found.forEach((process, months) -> months.forEach((month, hours) ->
                durations.computeIfAbsent(process, key -> new TreeMap<>()).put(month, new Durations(hours))));
        return durations;
    }

    /** Counts what ended since the last time, in whole months. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT15M")
    void count() {
        oneAtATime.run(() -> {
            Instant now = clock.instant();
            LocalDate since = since(now);
            jdbc.sql("delete from step_time where finished_in >= ?")
                    .param(since)
                    .update();
            count(STEPS, since, KINDS);
            count(PROCESSES, since, List.of());
            jdbc.sql("update step_time_counted set counted_at = ?")
                    .param(now.atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    private void count(String statement, LocalDate since, List<String> kinds) {
        JdbcClient.StatementSpec spec = jdbc.sql(statement)
                .param("since", Timestamp.from(since.atStartOfDay().toInstant(ZoneOffset.UTC)));
        (kinds.isEmpty() ? spec : spec.param("kinds", kinds)).update();
    }

    /** The first month that may have changed. A case that was restricted since takes its months with it. */
    private LocalDate since(Instant now) {
        Instant counted = jdbc.sql("select counted_at from step_time_counted")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        Instant since = (counted.isBefore(now) ? counted : now).minus(LATE);
        Instant restricted = jdbc.sql(
                        """
                select min(case_file.opened_at) from restricted_case
                join case_file on case_file.case_number = restricted_case.case_number
                where restricted_case.restricted_at >= ?""")
                .param(since.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(since);
        return month(LocalDate.ofInstant(restricted.isBefore(since) ? restricted : since, ZoneOffset.UTC));
    }

    static LocalDate month(LocalDate day) {
        return day.withDayOfMonth(1);
    }
}
