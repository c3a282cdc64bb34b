package org.throughcare.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughcare.start.CannotStartException;

/**
 * Compares the machine's clock with the database's. Nodes whose clocks differ take each other's work as abandoned, and
 * tell women and staff of days that are not yet there.
 */
@Component
@Order(ClockAtStart.BEFORE_EVERYTHING)
class ClockAtStart implements ApplicationRunner {

    static final int BEFORE_EVERYTHING = -100;

    private static final Logger LOG = LoggerFactory.getLogger(ClockAtStart.class);
    private static final Duration DOUBTFUL = Duration.ofSeconds(5);
    private static final Duration WRONG = Duration.ofSeconds(30);

    private final Supplier<Instant> database;

    @Autowired
    ClockAtStart(JdbcClient jdbc) {
        this(() -> jdbc.sql("select current_timestamp")
                .query(OffsetDateTime.class)
                .single()
                .toInstant());
    }

    ClockAtStart(Supplier<Instant> database) {
        this.database = database;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Instant before = Instant.now();
        Instant there = database.get();
        Instant after = Instant.now();
        Duration apart = apart(there, before, after);
        if (apart.compareTo(WRONG) > 0) {
            throw new CannotStartException(
                    "The clock of this machine and that of the database are %d seconds apart."
                            .formatted(apart.toSeconds()),
                    "Let both follow a time server, then start again.");
        }
        if (apart.compareTo(DOUBTFUL) > 0) {
            LOG.warn(
                    "The clocks of this machine and of the database are {} seconds apart. Let both follow a time server.",
                    apart.toSeconds());
        }
    }

    private static Duration apart(Instant there, Instant before, Instant after) {
        if (there.isBefore(before)) {
            return Duration.between(there, before);
        }
        return there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
    }
}
