package org.throughcare.upgrade;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.engine.TableNames;

/**
 * What the engine keeps, read from its tables before any engine is made: the check comes before anything is changed, on a
 * database that may be older than this release or empty.
 */
class StoredModels {

    private final JdbcClient jdbc;
    private final TableNames tables;

    StoredModels(JdbcClient jdbc, TableNames tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    /**
     * A deployed version of a process.
     *
     * @param isNewest whether cases that begin now begin with it
     */
    record Version(String process, int version, String definitionId, String deploymentId, boolean isNewest) {}

    /**
     * Where a token of an instance stands.
     *
     * @param isJob whether a job is to begin or to leave the step
     */
    record Token(String instanceId, String step, boolean isJob) {}

    boolean isEmpty() {
        return !tables.contain("act_re_procdef");
    }

    Optional<Release> release() {
        return tables.contain("release_in_use") ? ReleaseInUse.read(jdbc) : Optional.empty();
    }

    /** All versions, of each process the newest first. */
    List<Version> versions() {
        if (isEmpty()) {
            return List.of();
        }
        Set<String> seen = new TreeSet<>();
        List<Version> versions = new ArrayList<>();
        jdbc.sql("select KEY_, VERSION_, ID_, DEPLOYMENT_ID_ from ACT_RE_PROCDEF order by KEY_, VERSION_ desc")
                .query(row -> {
                    versions.add(new Version(
                            row.getString(1),
                            row.getInt(2),
                            row.getString(3),
                            row.getString(4),
                            seen.add(row.getString(1))));
                });
        return versions;
    }

    Set<String> processes() {
        Set<String> keys = new TreeSet<>();
        versions().forEach(version -> keys.add(version.process()));
        return keys;
    }

    Set<String> decisions() {
        return isEmpty()
                ? Set.of()
                : new TreeSet<>(jdbc.sql("select distinct KEY_ from ACT_RE_DECISION_DEF")
                        .query(String.class)
                        .list());
    }

    /** The newest version of a table when analysts changed it: then the packaged one waits. */
    Optional<String> tableOfPeople(String decision) {
        if (isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql(
                        """
                select b.BYTES_ from ACT_RE_DECISION_DEF d
                join ACT_RE_DEPLOYMENT p on p.ID_ = d.DEPLOYMENT_ID_
                join ACT_GE_BYTEARRAY b on b.DEPLOYMENT_ID_ = d.DEPLOYMENT_ID_ and b.NAME_ = d.RESOURCE_NAME_
                where d.KEY_ = ? and (p.SOURCE_ is null or p.SOURCE_ <> 'packaged') and d.VERSION_ =
                    (select max(n.VERSION_) from ACT_RE_DECISION_DEF n where n.KEY_ = d.KEY_)""")
                .param(decision)
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .optional();
    }

    Model model(Version version) {
        return find(version).orElseThrow();
    }

    /** Nothing when it was removed meanwhile. */
    Optional<Model> find(Version version) {
        return jdbc.sql(
                        """
                select b.BYTES_ from ACT_RE_PROCDEF d
                join ACT_GE_BYTEARRAY b on b.DEPLOYMENT_ID_ = d.DEPLOYMENT_ID_ and b.NAME_ = d.RESOURCE_NAME_
                where d.ID_ = ?""")
                .param(version.definitionId())
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .optional()
                .map(Model::new);
    }

    /** How many instances run with each version, by the id of its definition; none is missing. */
    Map<String, Integer> running() {
        Map<String, Integer> running = new HashMap<>();
        if (!isEmpty()) {
            jdbc.sql(
                            "select PROC_DEF_ID_, count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null group by PROC_DEF_ID_")
                    .query(row -> {
                        running.put(row.getString(1), row.getInt(2));
                    });
        }
        return running;
    }

    /** Where the instances of that version stand. */
    Map<String, List<Token>> tokens(Version version) {
        Map<String, List<Token>> tokens = new LinkedHashMap<>();
        jdbc.sql(
                        """
                select e.PROC_INST_ID_, e.ACT_ID_,
                    (select count(*) from ACT_RU_JOB j where j.EXECUTION_ID_ = e.ID_ and j.TYPE_ = 'message')
                from ACT_RU_EXECUTION e
                where e.PROC_DEF_ID_ = ? and e.ACT_ID_ is not null
                    and not exists (select 1 from ACT_RU_EXECUTION c where c.PARENT_ID_ = e.ID_)
                order by e.PROC_INST_ID_, e.ACT_ID_""")
                .param(version.definitionId())
                .query(row -> {
                    tokens.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add(new Token(row.getString(1), row.getString(2), row.getInt(3) > 0));
                });
        return tokens;
    }
}
