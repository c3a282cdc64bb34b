package org.throughcare.messages;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for every message. A message is written in the transaction of the step that causes it: when the step is
 * rolled back there is no message, and when it is committed the message goes, whatever happens to this node. It is sent
 * once; only where the mail server takes it and dies before it says so is it sent again, with the same Message-ID.
 *
 * <p>To wake up a provider after a referral was sent:
 *
 * <pre>{@code
 * outbox.put(new NewMessage(
 *         Template.referral, Recipient.provider(providerId, address), Line.aboutReferral(News.referralWaits, caseNumber, referralId)));
 * }</pre>
 *
 * A {@link LastCheck} asks for her consent at each try, and {@link #withdraw} stops what still waits.
 */
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final MessageSettings settings;
    private final Clock clock;

    Outbox(JdbcClient jdbc, MessageSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Writes a message.
     *
     * @return its id
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long put(NewMessage message) {
        Timestamp now = Timestamp.from(clock.instant());
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                insert into message (message_id, template, user_id, provider_id, address, more, state, written_at,
                  trying_since, next_try_at, tries)
                values (:messageId, :template, :user, :provider, :address, :more, 'waiting', :now, :now, :now, 0)""")
                .param("messageId", newMessageId())
                .param("template", message.template().name())
                .param("user", message.recipient().userId().orElse(null))
                .param("provider", message.recipient().providerId().orElse(null))
                .param("address", message.recipient().address().orElse(null))
                .param("more", message.more())
                .param("now", now)
                .update(key, "id");
        long id = key.getKey().longValue();
        for (int position = 0; position < message.lines().size(); position++) {
            write(id, position, message.lines().get(position));
        }
        return id;
    }

    private void write(long message, int position, Line line) {
        jdbc.sql(
                        """
                insert into message_line (message, position, news, case_number, reference, path)
                values (:message, :position, :news, :caseNumber, :reference, :path)""")
                .param("message", message)
                .param("position", position)
                .param("news", line.news().name())
                .param("caseNumber", line.caseNumber().orElse(null))
                .param("reference", line.reference())
                .param("path", line.path())
                .update();
    }

    /**
     * Takes back what still waits and is about that reference alone, as when a woman withdraws her consent. What is being
     * sent at this moment may still arrive.
     *
     * @param reference as in {@link Line#reference()}
     * @return how many messages were taken back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int withdraw(String reference) {
        return jdbc.sql(
                        """
                update message set state = 'withdrawn', next_try_at = null, finished_at = :now
                where state = 'waiting'
                  and exists (select 1 from message_line line where line.message = message.id and line.reference = :reference)
                  and not exists (select 1 from message_line line where line.message = message.id and line.reference <> :reference)""")
                .param("now", Timestamp.from(clock.instant()))
                .param("reference", reference)
                .update();
    }

    private String newMessageId() {
        String domain = settings.from().substring(settings.from().lastIndexOf('@') + 1);
        return "<" + UUID.randomUUID() + "@" + domain.replace(">", "").toLowerCase(Locale.ROOT) + ">";
    }
}
