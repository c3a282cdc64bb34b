package org.throughcare.messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.casefile.CaseFile;
import org.throughcare.erasure.ErasedWithCase;
import org.throughcare.erasure.RetentionChecked;

/**
 * Messages about a case go with it, also those that lie in the folder; a digest that tells of others too goes on without
 * the line. What became of old messages is forgotten.
 */
@Component
class MessagesErased implements ErasedWithCase {

    private static final Duration NOTICES_KEPT = Duration.ofDays(14);
    private static final Duration TOLD_KEPT = Duration.ofDays(400);

    private final JdbcClient jdbc;
    private final MessageFolder folder;
    private final Notices notices;
    private final MessageSettings settings;
    private final Clock clock;

    MessagesErased(JdbcClient jdbc, MessageFolder folder, Notices notices, MessageSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "message";
    }

    @Override
    public int erase(CaseFile file) {
        jdbc.sql("select message from message_line where case_number = ?")
                .param(file.caseNumber())
                .query(Long.class)
                .set()
                .forEach(this::removeFile);
        return jdbc.sql(
                        """
                delete from message
                where exists (select 1 from message_line line where line.message = message.id and line.case_number = :number)
                  and not exists (select 1 from message_line line where line.message = message.id
                    and (line.case_number is null or line.case_number <> :number))""")
                .param("number", file.caseNumber())
                .update();
    }

    @EventListener(RetentionChecked.class)
    @Transactional
    public void forgetOldMessages() {
        List<Long> old = jdbc.sql("select id from message where finished_at < ?")
                .param(Timestamp.from(clock.instant().minus(settings.keep())))
                .query(Long.class)
                .list();
        for (long id : old) {
            removeFile(id);
            jdbc.sql("delete from message where id = ?").param(id).update();
        }
        notices.forget(clock.instant().minus(NOTICES_KEPT), clock.instant().minus(TOLD_KEPT));
    }

    private void removeFile(long id) {
        try {
            folder.remove(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
