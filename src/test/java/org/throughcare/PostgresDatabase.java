package org.throughcare;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
    private static final String PASSWORD = "owls-see-in-the-dark";

    /** What an application in a process of its own is told of that database, by the names in its environment. */
    public static Map<String, String> environment(EmbeddedPostgres postgres) {
        return settings(postgres).entrySet().stream()
                .collect(Collectors.toMap(
                        setting -> setting.getKey().toUpperCase(Locale.ROOT).replace('.', '_'), Map.Entry::getValue));
    }

    /** What an application is told of that database, by the names of its settings. */
    private static Map<String, String> settings(EmbeddedPostgres postgres) {
        JdbcClient owner = JdbcClient.create(postgres.getPostgresDatabase());
        if (owner.sql("select count(*) from pg_roles where rolname = ?")
                        .param(APPLICATION)
                        .query(Integer.class)
                        .single()
                == 0) {
            owner.sql("create role throughcare login password '" + PASSWORD + "'")
                    .update();
            owner.sql("create role keeper login password '" + PASSWORD + "'").update();
            owner.sql("grant create on schema public to keeper").update();
            // benchmarks ask for fresh statistics
            owner.sql("grant pg_maintain to throughcare").update();
        }
        return Map.of(
                "spring.datasource.url",
                "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort()),
                "spring.datasource.username",
                APPLICATION,
                "spring.datasource.password",
                PASSWORD,
                "spring.flyway.user",
                "keeper",
                "spring.flyway.password",
                PASSWORD);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    // as in docker-compose.yml
                    .setServerConfig("random_page_cost", "1.1")
                    .setServerConfig("work_mem", "16MB")
                    .setServerConfig("max_parallel_workers_per_gather", "0")
                    .start();
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
