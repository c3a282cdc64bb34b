package org.throughcare.upgrade;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.throughcare.start.DatabaseTrouble;

/**
 * {@code --upgrade=check}: says what a start of this release would do, and does nothing: no migration, no deployment, no
 * job, no web server. The exit status is 0 when it would start, {@value #WOULD_NOT_START} when it would not, 1 when the
 * question could not be answered.
 */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@ComponentScan(
        basePackages = "org.throughcare.engine",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = JavaMigration.class))
public class UpgradeDryRun {

    private static final String ARGUMENT = "--upgrade=check";
    private static final int NO_ANSWER = 1;
    private static final int WOULD_NOT_START = 2;
    private static final int SECONDS = 5;
    private static final String NO_DATABASE = "There is no database to look at, or it does not answer.";

    private static final Map<String, Object> SETTINGS = Map.of(
            "logging.level.root", "WARN",
            "spring.datasource.hikari.read-only", "true",
            "spring.datasource.hikari.maximum-pool-size", "2");

    /** Whether somebody asked for it. */
    public static boolean isWanted(String... arguments) {
        return Arrays.asList(arguments).contains(ARGUMENT);
    }

    /**
     * Looks, and says what it sees.
     *
     * @return the exit status
     */
    public static int run(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(UpgradeDryRun.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(SETTINGS)
                .run(arguments)) {
            DataSource database = context.getBean(DataSource.class);
            Optional<String> silence = whyItDoesNotAnswer(database);
            if (silence.isPresent()) {
                System.out.println(silence.get());
                System.out.println("Nothing was made.");
                return NO_ANSWER;
            }
            UpgradeReport report = UpgradeCheck.of(database);
            List<String> lines = new ArrayList<>(report.lines());
            lines.addAll(pending(context.getBean(Flyway.class)));
            lines.add("");
            lines.addAll(report.verdict());
            lines.forEach(System.out::println);
            return report.obstacles().isEmpty() ? 0 : WOULD_NOT_START;
        }
    }

    private static Optional<String> whyItDoesNotAnswer(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS) ? Optional.empty() : Optional.of(NO_DATABASE);
        } catch (SQLException e) {
            return Optional.of(DatabaseTrouble.of(e)
                    .map(trouble -> trouble.whatIsWrong() + " " + trouble.whatToDo())
                    .orElse(NO_DATABASE));
        }
    }

    private static List<String> pending(Flyway flyway) {
        List<String> lines = new ArrayList<>(List.of("", "Migrations of the database, which come first"));
        for (MigrationInfo migration : flyway.info().pending()) {
            lines.add("  %s %s".formatted(migration.getVersion(), migration.getDescription()));
        }
        if (lines.size() == 2) {
            lines.add("  none");
        }
        return lines;
    }

    @Bean
    static FlywayMigrationStrategy onlyLook() {
        return flyway -> {};
    }

    /** H2 would make a file that is not there, and write into one that is. */
    @Bean
    static BeanPostProcessor filesAreOnlyRead() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof DataSourceProperties properties) {
                    Optional.ofNullable(properties.getUrl())
                            .filter(url -> url.startsWith("jdbc:h2:file:"))
                            .ifPresent(url -> properties.setUrl(url + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE"));
                }
                return bean;
            }
        };
    }
}
