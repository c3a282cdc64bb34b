package org.throughcare.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages that wait, for the workers of all nodes. A worker takes one message for a bounded time, the lease, sends
 * it outside of any transaction, and writes down what became of it. A worker that dies in between loses the lease, and
 * another takes the message over.
 */
@Component
@Transactional
class MessageQueue {

    private final JdbcClient jdbc;
    private final MessageSettings settings;
    private final Clock clock;

    MessageQueue(JdbcClient jdbc, MessageSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** The ids of messages whose time has come and that no worker holds, the longest due first. */
    @Transactional(readOnly = true)
    List<Long> due(int most) {
        return jdbc.sql(
                        """
                select id from message
                where state = 'waiting' and next_try_at <= :now and (lease_until is null or lease_until <= :now)
                order by next_try_at, id limit :most""")
                .param("now", now())
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /**
     * Takes that message; empty when another worker was faster. The condition is asked again on the locked row, so that
     * of two workers one changes it and the other changes nothing.
     */
    Optional<OutgoingMessage> take(long id, String holder) {
        int taken = jdbc.sql(
                        """
                update message set lease_holder = :holder, lease_until = :until, tries = tries + 1
                where id = :id and state = 'waiting' and next_try_at <= :now
                  and (lease_until is null or lease_until <= :now)""")
                .param("holder", holder)
                .param("until", Timestamp.from(clock.instant().plus(settings.lease())))
                .param("now", now())
                .param("id", id)
                .update();
        return taken == 0 ? Optional.empty() : Optional.of(read(id));
    }

    OutgoingMessage read(long id) {
        List<Line> lines = jdbc.sql("select * from message_line where message = ? order by position")
                .param(id)
                .query((row, number) -> new Line(
                        News.valueOf(row.getString("news")),
                        Optional.ofNullable(row.getString("case_number")),
                        row.getString("reference"),
                        row.getString("path")))
                .list();
        return jdbc.sql("select * from message where id = ?")
                .param(id)
                .query((row, number) -> message(row, lines))
                .single();
    }

    private static OutgoingMessage message(ResultSet row, List<Line> lines) throws SQLException {
        return new OutgoingMessage(
                row.getLong("id"),
                row.getString("message_id"),
                Template.valueOf(row.getString("template")),
                new Recipient(
                        Optional.ofNullable(row.getString("user_id")),
                        Optional.ofNullable(row.getString("provider_id")),
                        Optional.ofNullable(row.getString("address"))),
                lines,
                row.getInt("more"),
                row.getTimestamp("written_at").toInstant(),
                row.getTimestamp("trying_since").toInstant(),
                row.getInt("tries"));
    }

    /**
     * The message is done with, in that state. A message that was taken back while it was being sent is nevertheless sent.
     *
     * @param answer what the mail server said, as a code; never its text, which may repeat the address
     * @return false when another worker has it by now
     */
    boolean finish(OutgoingMessage message, String holder, MessageState state, String answer) {
        return jdbc.sql(
                                """
                        update message set state = :state, next_try_at = null, finished_at = :now, last_answer = :answer,
                          lease_holder = null, lease_until = null
                        where id = :id and lease_holder = :holder and tries = :tries
                          and (state = 'waiting' or :state in ('sent', 'filed'))""")
                        .param("state", state.name())
                        .param("now", now())
                        .param("answer", answer)
                        .param("id", message.id())
                        .param("holder", holder)
                        .param("tries", message.tries())
                        .update()
                > 0;
    }

    /** The message was not taken now and is tried again at that moment. */
    void tryAgainAt(OutgoingMessage message, String holder, Instant next, String answer) {
        jdbc.sql(
                        """
                update message set next_try_at = :next, last_answer = :answer, lease_holder = null, lease_until = null
                where id = :id and lease_holder = :holder and tries = :tries and state = 'waiting'""")
                .param("next", Timestamp.from(next))
                .param("answer", answer)
                .param("id", message.id())
                .param("holder", holder)
                .param("tries", message.tries())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
