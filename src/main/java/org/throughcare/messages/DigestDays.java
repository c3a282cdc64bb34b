package org.throughcare.messages;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose digest of which day is written, so that each is written once on all nodes together. */
@Component
@Transactional
class DigestDays {

    private final JdbcClient jdbc;

    DigestDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether that day's is done. */
    boolean isDone(String whose, LocalDate day) {
        return jdbc.sql("select count(*) from digest_day where whose = ? and done_on >= ?")
                        .params(whose, day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * From now on it is.
     *
     * @return false when it was already
     * @throws org.springframework.dao.DuplicateKeyException when another node does the first one in the same moment
     */
    boolean done(String whose, LocalDate day) {
        int moved = jdbc.sql("update digest_day set done_on = :day where whose = :whose and done_on < :day")
                .param("day", day)
                .param("whose", whose)
                .update();
        if (moved > 0 || isDone(whose, day)) {
            return moved > 0;
        }
        jdbc.sql("insert into digest_day (whose, done_on) values (?, ?)")
                .params(whose, day)
                .update();
        return true;
    }
}
