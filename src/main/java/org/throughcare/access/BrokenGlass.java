package org.throughcare.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The cases that somebody opened in an emergency, for a bounded time. */
@Component
public class BrokenGlass {

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

    /** The case that was opened in that emergency; nothing when it is erased. */
    public Optional<String> caseOf(long emergency) {
        return jdbc.sql("select case_number from broken_glass where id = ?")
                .param(emergency)
                .query(String.class)
                .optional();
    }

    /** The emergencies in which that case was opened. */
    public Set<Long> of(String caseNumber) {
        return jdbc.sql("select id from broken_glass where case_number = ?")
                .param(caseNumber)
                .query(Long.class)
                .set();
    }

    /** The cases that are open for that user now. */
    Set<String> openFor(String userId) {
        return jdbc.sql("select distinct case_number from broken_glass where user_id = ? and open_until > ?")
                .params(userId, Timestamp.from(clock.instant()))
                .query(String.class)
                .set();
    }
}
