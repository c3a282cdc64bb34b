package org.throughcare;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Starts a real PostgreSQL for the tests and stops it with them. As in production the tables belong to one role, and the
 * application works as another that can neither make nor change a table.
 */
public class PostgresDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String APPLICATION = "throughcare";

    /** What an application is told of that database, by the names of its settings. */
    public static Map<String, String> settings(EmbeddedPostgres postgres) {
        JdbcClient owner = JdbcClient.create(postgres.getPostgresDatabase());
        if (owner.sql("select count(*) from pg_roles where rolname = ?")
                        .param(APPLICATION)
                        .query(Integer.class)
                        .single()
                == 0) {
            owner.sql("create role throughcare login password 'throughcare'").update();
            // benchmarks ask for fresh statistics
            owner.sql("grant pg_maintain to throughcare").update();
        }
        return Map.of(
                "spring.datasource.url",
                "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort()),
                "spring.datasource.username",
                APPLICATION,
                "spring.datasource.password",
                APPLICATION,
                "spring.flyway.user",
                "postgres",
                "spring.flyway.password",
                "postgres");
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
            // what is registered first is destroyed last: the application ends before its database does
            ((DefaultListableBeanFactory) context.getBeanFactory())
                    .registerDisposableBean("postgres", () -> stop(postgres));
            settings(postgres)
                    .forEach((name, value) ->
                            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, name + "=" + value));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start.", e);
        }
    }

    private static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
