package org.throughcare.flow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine's tables tell of where cases are and where they went. */
@Component
class EngineHistory {

    /** The body around the several instances of one step. */
    private static final String ALL_OF_THEM = "multiInstanceBody";

    private static final List<String> SCOPES = List.of(ALL_OF_THEM, "callActivity", "subProcess");

    private static final String WAITS =
            """
            from ACT_HI_ACTINST waits
            join ACT_HI_PROCINST instance on instance.PROC_INST_ID_ = waits.PROC_INST_ID_
            join case_file on case_file.case_number = instance.BUSINESS_KEY_
            where waits.END_TIME_ is null and (waits.PROC_DEF_KEY_ = :process or :process = '')
              and waits.ACT_TYPE_ not in (:left) and case_file.site in (:sites)
              and (case_file.track = :track or :track = '') and case_file.case_number not in (:hidden)""";

    /** How many wait where. */
    static final String WAITING =
            "select waits.PROC_DEF_KEY_ process, waits.ACT_ID_ step, count(*) count, min(waits.START_TIME_) since\n"
                    + WAITS + "\ngroup by waits.PROC_DEF_KEY_, waits.ACT_ID_";

    private final JdbcClient jdbc;

    EngineHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many wait at a step of a process, and since when the one that waits longest. */
    record Waiting(String process, String step, int count, Instant since) {}

    /**
     * A process of a case, running or ended.
     *
     * @param endedAt null while it runs
     * @param endState how it ended or that it runs, as the engine says it: COMPLETED, ACTIVE, INTERNALLY_TERMINATED, …
     * @param superInstanceId the instance that called it, or null
     */
    record Instance(
            String id,
            String processKey,
            String definitionId,
            String caseNumber,
            Instant startedAt,
            Instant endedAt,
            String endState,
            String superInstanceId) {}

    /**
     * Where cases wait now.
     *
     * @param process of this process; of every process when empty
     * @param withScopes also in what contains other steps: called processes and subprocesses
     */
    List<Waiting> waiting(String process, boolean withScopes, FlowQuestion asked) {
        return jdbc.sql(WAITING)
                .param("process", process)
                .param("left", withScopes ? List.of(ALL_OF_THEM) : SCOPES)
                .param("sites", asked.sites())
                .param("track", asked.track())
                .param("hidden", asked.hiddenOrNone())
                .query((row, number) -> new Waiting(
                        row.getString("process"),
                        row.getString("step"),
                        row.getInt("count"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    /** The cases that wait at that step of that process; at every one when empty. */
    List<String> casesWaiting(String process, String step, FlowQuestion asked) {
        return jdbc.sql("select distinct case_file.case_number " + WAITS
                        + " and (waits.ACT_ID_ = :step or :step = '') order by case_file.case_number")
                .param("process", process)
                .param("step", step)
                .param("left", SCOPES)
                .param("sites", asked.sites())
                .param("track", asked.track())
                .param("hidden", asked.hiddenOrNone())
                .query(String.class)
                .list();
    }

    /** All processes of a case, the newest first. */
    List<Instance> ofCase(String caseNumber) {
        return jdbc.sql("select * from ACT_HI_PROCINST where BUSINESS_KEY_ = ? order by START_TIME_ desc, ID_")
                .param(caseNumber)
                .query(EngineHistory::instance)
                .list();
    }

    Optional<Instance> find(String id) {
        return jdbc.sql("select * from ACT_HI_PROCINST where ID_ = ?")
                .param(id)
                .query(EngineHistory::instance)
                .optional();
    }

    /**
     * Processes that ended, the newest first; one more than fits, when there are more.
     *
     * @param process of this process; of every process when empty
     * @param query part of a case number
     * @param from on this day in UTC or later
     * @param to on this day in UTC or earlier
     */
    List<Instance> finished(
            String process, String query, LocalDate from, LocalDate to, FlowQuestion asked, int page, int size) {
        return jdbc.sql(
                        """
                select instance.* from ACT_HI_PROCINST instance
                join case_file on case_file.case_number = instance.BUSINESS_KEY_
                where instance.END_TIME_ >= :from and instance.END_TIME_ < :to
                  and (instance.PROC_DEF_KEY_ = :process or :process = '')
                  and instance.BUSINESS_KEY_ like :query escape '!' and case_file.site in (:sites)
                  and (case_file.track = :track or :track = '') and case_file.case_number not in (:hidden)
                order by instance.END_TIME_ desc, instance.ID_ limit :size offset :skipped""")
                .param("from", Timestamp.from(from.atStartOfDay().toInstant(ZoneOffset.UTC)))
                .param("to", Timestamp.from(to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)))
                .param("process", process)
                .param("query", "%" + query.toUpperCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%")
                .param("sites", asked.sites())
                .param("track", asked.track())
                .param("hidden", asked.hiddenOrNone())
                .param("size", size + 1)
                .param("skipped", page * size)
                .query(EngineHistory::instance)
                .list();
    }

    /** What one process reached, in order. */
    List<Path.Visit> visits(String instanceId) {
        return jdbc.sql(
                        """
                select * from ACT_HI_ACTINST where PROC_INST_ID_ = ? and ACT_TYPE_ <> 'multiInstanceBody'
                order by START_TIME_, SEQUENCE_COUNTER_""")
                .param(instanceId)
                .query((row, number) -> new Path.Visit(
                        row.getString("ACT_ID_"),
                        row.getTimestamp("START_TIME_").toInstant(),
                        moment(row, "END_TIME_"),
                        row.getInt("ACT_INST_STATE_") == 2,
                        row.getLong("SEQUENCE_COUNTER_")))
                .list();
    }

    private static Instance instance(ResultSet row, int number) throws SQLException {
        return new Instance(
                row.getString("ID_"),
                row.getString("PROC_DEF_KEY_"),
                row.getString("PROC_DEF_ID_"),
                row.getString("BUSINESS_KEY_"),
                row.getTimestamp("START_TIME_").toInstant(),
                moment(row, "END_TIME_"),
                row.getString("STATE_"),
                row.getString("SUPER_PROCESS_INSTANCE_ID_"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
