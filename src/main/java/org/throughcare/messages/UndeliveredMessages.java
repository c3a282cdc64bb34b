package org.throughcare.messages;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Messages that did not arrive, for people who saw to the reason. They go again with the same Message-ID. */
@Component
@Transactional
public class UndeliveredMessages {

    private static final String AGAIN =
            """
            update message set state = 'waiting', next_try_at = :now, trying_since = :now, finished_at = null
            where state in ('refused', 'givenUp', 'noAddress')""";

    private final JdbcClient jdbc;
    private final Clock clock;

    UndeliveredMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Everything that was refused for that user or provider goes again; returns how many. */
    public int tryRefusedOf(String recipient) {
        return again(" and state <> 'givenUp' and (user_id = :recipient or provider_id = :recipient)")
                .param("recipient", recipient)
                .update();
    }

    /** Everything that was given up goes again; returns how many. */
    public int tryGivenUp() {
        return again(" and state = 'givenUp'").update();
    }

    /** That message goes again; false when it did not fail. */
    boolean tryAgain(long id) {
        return again(" and id = :id").param("id", id).update() > 0;
    }

    private JdbcClient.StatementSpec again(String condition) {
        return jdbc.sql(AGAIN + condition).param("now", Timestamp.from(clock.instant()));
    }
}
