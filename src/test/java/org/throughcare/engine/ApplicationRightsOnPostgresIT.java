package org.throughcare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;
import org.throughcare.ProcessTest;

/** What the application's role may do on PostgreSQL: everything with rows, nothing with tables. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class ApplicationRightsOnPostgresIT extends ProcessTest {

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table left_behind (id integer)",
                "alter table journal_entry add column more varchar",
                "drop table journal_entry",
                "truncate table journal_entry",
                "alter table act_ru_task disable trigger all",
                "delete from flyway_schema_history",
                "update flyway_schema_history set checksum = 1",
                "create role another superuser"
            })
    void itChangesNoTable(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }

    @Test
    void aCaseIsOpenedAndMovedWithIt() {
        String caseNumber = aWoman().admitted();
        start("admission", caseNumber);
        runJobs();

        assertThat(openTasks(caseNumber)).contains("UserTask_MeetOnArrival");
        assertThat(jdbc.sql("select rolsuper from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        List<String> owned = jdbc.sql("select tablename from pg_tables where tableowner = current_user")
                .query(String.class)
                .list();
        assertThat(owned).isEmpty();
    }
}
