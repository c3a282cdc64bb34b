package org.throughcare.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
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

    /**
     * Opens that case for that user until that moment.
     *
     * @return the id of this emergency
     */
    long open(String caseNumber, String userId, Instant until) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into broken_glass (case_number, user_id, broken_at, open_until) values (?, ?, ?, ?)")
                .params(caseNumber, userId, Timestamp.from(clock.instant()), Timestamp.from(until))
                .update(key, "id");
        return key.getKey().longValue();
    }

    /** The cases that are open for that user now. */
    Set<String> openFor(String userId) {
        return jdbc.sql("select distinct case_number from broken_glass where user_id = ? and open_until > ?")
                .params(userId, Timestamp.from(clock.instant()))
                .query(String.class)
                .set();
    }
}
