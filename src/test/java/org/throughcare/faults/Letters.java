package org.throughcare.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.messages.FaultySmtpServer.Taken;

/** Messages that wait in the outbox, and what became of them. */
final class Letters {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private Letters() {}

    /** @param repeated taken a second time because nobody knew whether the first was */
    record Delivered(int messages, List<String> lost, List<String> doubled, long repeated) {}

    /** Notices about the first cases to somebody who works there. */
    static void intoOutbox(JdbcClient jdbc, String series, int many) {
        jdbc.sql(
                        """
                with letter as (
                  insert into message (message_id, template, user_id, more, state, written_at, trying_since,
                    next_try_at, tries)
                  select '<' || :series || n || '@throughcare.example>', 'notice', :user, 0, 'waiting', now(), now(),
                    now(), 0
                  from generate_series(1, :many) n returning id)
                insert into message_line (message, position, news, case_number, reference, path)
                select letter.id, 0, 'releaseDateMoved', first.case_number, first.case_number,
                  '/cases/' || first.case_number
                from letter, (select min(case_number) case_number from case_file) first""")
                .param("series", series)
                .param("user", Estate.STAFF.get(0).id())
                .param("many", many)
                .update();
    }

    static int waiting(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from message where state = 'waiting'")
                .query(Integer.class)
                .single();
    }

    /** Waits until some message was tried again and is still waiting. */
    static void untilTriedAgain(JdbcClient jdbc) {
        long before = tries(jdbc);
        await().alias("messages tried again").atMost(PATIENCE).until(() -> tries(jdbc) >= before + 4);
    }

    private static long tries(JdbcClient jdbc) {
        return jdbc.sql("select coalesce(sum(tries), 0) from message")
                .query(Long.class)
                .single();
    }

    static Delivered compare(JdbcClient jdbc, List<Taken> taken) {
        List<String> sent = jdbc.sql("select message_id from message where state = 'sent'")
                .query(String.class)
                .list();
        Map<String, Long> answered =
                taken.stream().filter(Taken::acknowledged).collect(groupingBy(Taken::messageId, counting()));
        Map<String, Long> all = taken.stream().collect(groupingBy(Taken::messageId, counting()));
        List<String> lost = new ArrayList<>();
        sent.stream().filter(id -> !all.containsKey(id)).forEach(id -> lost.add("message " + id));
        jdbc.sql("select message_id from message where state not in ('sent', 'waiting', 'withdrawn')")
                .query(String.class)
                .list()
                .forEach(id -> lost.add("message that was not sent " + id));
        List<String> doubled = answered.entrySet().stream()
                .filter(message -> message.getValue() > 1)
                .map(message -> "message " + message.getKey())
                .toList();
        long repeated = all.values().stream().filter(times -> times > 1).count();
        return new Delivered(sent.size(), lost, doubled, repeated);
    }
}
