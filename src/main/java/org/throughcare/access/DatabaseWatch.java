package org.throughcare.access;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers, looked at again and again over a connection of its own: many people at work, who use up
 * the pool, do not look like a database that is away. Takes the place of Spring Boot's own look, which waits for the pool.
 */
@Component("dbHealthIndicator")
class DatabaseWatch implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final int SECONDS_BETWEEN_LOOKS = 2;
    private static final int SECONDS_FOR_AN_ANSWER = 5;

    private final DataSource database;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private Connection connection;
    private volatile boolean away;

    @Autowired
    DatabaseWatch(DataSourceProperties database) {
        this(withoutPool(database));
    }

    DatabaseWatch(DataSource database) {
        this.database = database;
    }

    private static DataSource withoutPool(DataSourceProperties properties) {
        SimpleDriverDataSource database = properties
                .initializeDataSourceBuilder()
                .type(SimpleDriverDataSource.class)
                .build();
        Properties more = new Properties();
        // PostgreSQL's; H2 passes over it
        more.setProperty("loginTimeout", String.valueOf(SECONDS_FOR_AN_ANSWER));
        database.setConnectionProperties(more);
        return database;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.scheduleWithFixedDelay(this::look, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        thread.shutdownNow();
        drop();
    }

    boolean isAway() {
        return away;
    }

    @Override
    public Health health() {
        return away ? Health.down().build() : Health.up().build();
    }

    synchronized void look() {
        boolean answers = answers() || answersAfresh();
        if (answers == away) {
            away = !answers;
            if (away) {
                LOG.error("The database does not answer. People are told to wait; this node tries again by itself.");
            } else {
                LOG.info("The database answers again.");
            }
        }
    }

    private boolean answers() {
        try {
            return connection != null && connection.isValid(SECONDS_FOR_AN_ANSWER);
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    /** One connection alone may have been cut. */
    private boolean answersAfresh() {
        drop();
        try {
            connection = database.getConnection();
            return answers();
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    private synchronized void drop() {
        JdbcUtils.closeConnection(connection);
        connection = null;
    }
}
