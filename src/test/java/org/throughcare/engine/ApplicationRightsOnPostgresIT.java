package org.throughcare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
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

    @Autowired
    ApplicationRights rights;

    @Autowired
    Flyway flyway;

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

    /** Without turns the second would change rows of the catalogue that the first has changed, and fail. */
    @Test
    void nodesThatStartTogetherGiveRightsInTurn() throws Exception {
        try (Connection first = flyway.getConfiguration().getDataSource().getConnection();
                Connection second = flyway.getConfiguration().getDataSource().getConnection()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            rights.handle(Event.AFTER_MIGRATE, contextOf(first));

            CompletableFuture<Void> meanwhile =
                    CompletableFuture.runAsync(() -> rights.handle(Event.AFTER_MIGRATE, contextOf(second)));
            await().until(this::somebodyWaits);
            first.commit();

            meanwhile.get(1, TimeUnit.MINUTES);
            second.commit();
        }
    }

    private Context contextOf(Connection connection) {
        Context context = mock(Context.class);
        when(context.getConnection()).thenReturn(connection);
        when(context.getConfiguration()).thenReturn(flyway.getConfiguration());
        return context;
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select 1 from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
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
