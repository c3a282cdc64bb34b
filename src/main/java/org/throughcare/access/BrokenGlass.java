package org.throughcare.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases that somebody opened in an emergency, for a bounded time. */
@Component
class BrokenGlass {

    private final JdbcClient jdbc;
    private final Clock clock;

    BrokenGlass(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The cases that are open for that user now. */
    Set<String> openFor(String userId) {
        return jdbc.sql("select distinct case_number from broken_glass where user_id = ? and open_until > ?")
                .params(userId, Timestamp.from(clock.instant()))
                .query(String.class)
                .set();
    }
}
