package org.throughcare.messages;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.CurrentStaff;

/**
 * What happened that a person may want to know: written down in the transaction in which it happens, and turned into
 * messages by the {@link NoticeDesk}, as she chose. Nobody is told of what she did herself.
 */
@Component
@Transactional
public class Notices {

    private final JdbcClient jdbc;
    private final CurrentStaff staff;
    private final Clock clock;

    Notices(JdbcClient jdbc, CurrentStaff staff, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * What happened.
     *
     * @param taskId the task that it is about, if it is about one
     */
    record Notice(long id, News news, Optional<String> caseNumber, Optional<String> taskId) {}

    /** A task was assigned to that user. */
    public void taskAssigned(String userId, Optional<String> caseNumber, String taskId) {
        note(userId, News.taskAssigned, caseNumber.orElse(null), taskId);
    }

    /** Something happened to a case of that user. */
    void ofHerCase(String userId, News news, String caseNumber) {
        note(userId, news, caseNumber, null);
    }

    private void note(String userId, News news, String caseNumber, String taskId) {
        if (userId.equals(staff.userId())) {
            return;
        }
        jdbc.sql("insert into notice (user_id, news, case_number, task_id, noticed_at) values (?, ?, ?, ?, ?)")
                .params(userId, news.name(), caseNumber, taskId, Timestamp.from(clock.instant()))
                .update();
    }

    /** What she has not been told of these kinds, oldest first. */
    List<Notice> of(String userId, Collection<News> kinds) {
        return kinds.isEmpty()
                ? List.of()
                : jdbc.sql("select * from notice where user_id = :user and news in (:kinds) order by id")
                        .param("user", userId)
                        .param("kinds", kinds.stream().map(News::name).toList())
                        .query((row, number) -> new Notice(
                                row.getLong("id"),
                                News.valueOf(row.getString("news")),
                                Optional.ofNullable(row.getString("case_number")),
                                Optional.ofNullable(row.getString("task_id"))))
                        .list();
    }

    /** She is told of these now; false when somebody else tells her in the same moment. */
    boolean take(List<Notice> notices) {
        int gone = 0;
        for (Notice notice : notices) {
            gone += jdbc.sql("delete from notice where id = ?")
                    .param(notice.id())
                    .update();
        }
        return gone == notices.size();
    }

    /** Whether she was told at once of that task already; from now on she was. */
    boolean tellOnce(String userId, News news, String taskId) {
        int told = jdbc.sql("select count(*) from notice_given where user_id = ? and news = ? and task_id = ?")
                .params(userId, news.name(), taskId)
                .query(Integer.class)
                .single();
        if (told == 0) {
            jdbc.sql("insert into notice_given (user_id, news, task_id, given_at) values (?, ?, ?, ?)")
                    .params(userId, news.name(), taskId, Timestamp.from(clock.instant()))
                    .update();
        }
        return told == 0;
    }

    /** Forgets what was noticed or told before that moment: for people who get no messages, and tasks long done. */
    void forget(Instant noticedBefore, Instant givenBefore) {
        jdbc.sql("delete from notice where noticed_at < ?")
                .param(Timestamp.from(noticedBefore))
                .update();
        jdbc.sql("delete from notice_given where given_at < ?")
                .param(Timestamp.from(givenBefore))
                .update();
    }
}
