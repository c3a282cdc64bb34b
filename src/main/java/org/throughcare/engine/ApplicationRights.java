package org.throughcare.engine;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * On PostgreSQL with two roles, the owner of the tables ({@code spring.flyway.user}) gives the application's role what it
 * works with after each migration: it reads and writes rows, and makes, changes and drops no table.
 */
@Component
@ConditionalOnProperty("spring.flyway.user")
class ApplicationRights implements Callback {

    private static final List<String> GRANTS = List.of(
            "grant usage on schema %s to %s",
            "grant select, insert, update, delete on all tables in schema %s to %s",
            "grant usage, select on all sequences in schema %s to %s");

    /** Until the end of the transaction; two nodes that start together would change the same rows of the catalogue. */
    private static final String ONE_NODE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtext('rights of the application'))";

    private final String application;

    ApplicationRights(@Value("${spring.datasource.username}") String application) {
        this.application = application;
    }

    @Override
    public String getCallbackName() {
        return "rights of the application";
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(ONE_NODE_AT_A_TIME);
            String schema = statement.enquoteIdentifier(context.getConnection().getSchema(), true);
            String role = statement.enquoteIdentifier(application, true);
            for (String grant : GRANTS) {
                statement.execute(grant.formatted(schema, role));
            }
            statement.execute("revoke insert, update, delete on %s.%s from %s"
                    .formatted(schema, context.getConfiguration().getTable(), role));
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The owner of the tables could not give the role %s its rights.".formatted(application), e);
        }
    }
}
