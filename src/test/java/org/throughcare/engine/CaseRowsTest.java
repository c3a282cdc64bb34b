package org.throughcare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.ProcessTest;

/** Every table of the engine that has rows of a case is read without the rows of the hidden ones. */
class CaseRowsTest extends ProcessTest {

    private static final List<String> HIDDEN = List.of("NORTH-2026-0007");
    private static final String WITHOUT_TASKS =
            "(select * from ACT_RU_TASK OWN_ROW where not exists (select 1 from ACT_HI_PROCINST RESTRICTED where"
                    + " RESTRICTED.PROC_INST_ID_ = OWN_ROW.proc_inst_id_ and RESTRICTED.BUSINESS_KEY_ in"
                    + " ('NORTH-2026-0007')))";

    @Autowired
    JdbcClient jdbc;

    private final CaseRows rows =
            new CaseRows(Map.of("act_ru_task", "proc_inst_id_", "act_ru_job", "process_instance_id_"));

    @Test
    void eachTableIsReplacedByItsRowsOfOtherCases() {
        assertThat(rows.without(HIDDEN, "select RES.* from ACT_RU_TASK RES where RES.ID_ = ?"))
                .isEqualTo("select RES.* from " + WITHOUT_TASKS + "  RES where RES.ID_ = ?");
        assertThat(rows.without(HIDDEN, "select count(*) from ACT_RU_TASK as T, ACT_RE_PROCDEF P"))
                .isEqualTo("select count(*) from " + WITHOUT_TASKS + "  as T, ACT_RE_PROCDEF P");
        assertThat(rows.without(HIDDEN, "select ACT_RU_TASK.ID_ from ACT_RU_TASK where ACT_RU_TASK.ID_ = ?"))
                .isEqualTo("select ACT_RU_TASK.ID_ from " + WITHOUT_TASKS + " ACT_RU_TASK where ACT_RU_TASK.ID_ = ?");
        assertThat(rows.without(HIDDEN, "select 1 from (select * from act_ru_task) x join ACT_RU_JOB on 1 = 1"))
                .contains("from act_ru_task OWN_ROW")
                .contains("RESTRICTED.PROC_INST_ID_ = OWN_ROW.process_instance_id_");
    }

    @Test
    void writingAndOtherTablesStayAsTheyAre() {
        for (String statement : List.of(
                "update ACT_RU_TASK set REV_ = 2 where ID_ = ?",
                "delete from ACT_RU_TASK where ID_ = ?",
                "insert into ACT_RU_TASK (ID_) values (?)",
                "select * from ACT_RE_PROCDEF",
                "select ACT_ID_ from ACT_RU_TASKS")) {
            assertThat(rows.without(HIDDEN, statement)).isEqualTo(statement);
        }
        assertThat(rows.without(List.of(), "select * from ACT_RU_TASK")).isEqualTo("select * from ACT_RU_TASK");
        assertThatThrownBy(() -> rows.without(List.of("x' or '1'='1"), "select * from ACT_RU_TASK"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A table that the engine adds is found in the catalogue; this is what is known today. */
    @Test
    void theDatabasesOwnCatalogueNamesTheTables() {
        assertThat(CaseRows.of(jdbc).tables())
                .contains(
                        "act_ru_execution",
                        "act_ru_task",
                        "act_ru_variable",
                        "act_ru_job",
                        "act_ru_incident",
                        "act_ru_event_subscr",
                        "act_ru_ext_task",
                        "act_hi_procinst",
                        "act_hi_actinst",
                        "act_hi_taskinst",
                        "act_hi_varinst",
                        "act_hi_detail",
                        "act_hi_incident",
                        "act_hi_job_log",
                        "act_hi_decinst",
                        "act_hi_op_log",
                        "act_hi_identitylink",
                        "act_hi_comment",
                        "act_hi_attachment",
                        "act_hi_ext_task_log");
    }
}
