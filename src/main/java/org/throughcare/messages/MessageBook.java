package org.throughcare.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of messages, for the administrators' page. */
@Component
@Transactional(readOnly = true)
class MessageBook {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final MessageQueue queue;

    MessageBook(JdbcClient jdbc, MessageQueue queue) {
        this.jdbc = jdbc;
        this.queue = queue;
    }

    /**
     * A message without its words.
     *
     * @param recipient a user's or a provider's id
     * @param nextTryAt when it goes; null when there is nothing to do
     * @param lastAnswer what the mail server said, as a code
     */
    record Entry(
            long id,
            MessageState state,
            Template template,
            String recipient,
            List<String> references,
            Instant writtenAt,
            int tries,
            Instant nextTryAt,
            String lastAnswer) {}

    /** The newest messages, of one state or of all, without those that name one of the hidden cases. */
    List<Entry> newest(Optional<MessageState> state, Set<String> hidden) {
        List<Entry> found = jdbc.sql("select * from message where :all or state = :state order by id desc limit :most")
                .param("all", state.isEmpty())
                .param("state", state.map(MessageState::name).orElse(""))
                .param("most", MOST)
                .query((row, number) -> entry(row))
                .list();
        Map<Long, List<String>> references =
                references(found.stream().map(Entry::id).toList());
        return found.stream()
                .filter(entry ->
                        references.getOrDefault(entry.id(), List.of()).stream().noneMatch(hidden::contains))
                .map(entry -> new Entry(
                        entry.id(),
                        entry.state(),
                        entry.template(),
                        entry.recipient(),
                        references.getOrDefault(entry.id(), List.of()),
                        entry.writtenAt(),
                        entry.tries(),
                        entry.nextTryAt(),
                        entry.lastAnswer()))
                .toList();
    }

    private Map<Long, List<String>> references(List<Long> ids) {
        Map<Long, List<String>> references = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select message, reference from message_line where message in (:ids) order by message, position")
                    .param("ids", ids)
                    .query(row -> {
                        references
                                .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                                .add(row.getString(2));
                    });
        }
        return references;
    }

    /** How many messages there are of each state. */
    Map<MessageState, Integer> counts() {
        Map<MessageState, Integer> counts = new EnumMap<>(MessageState.class);
        jdbc.sql("select state, count(*) from message group by state").query(row -> {
            counts.put(MessageState.valueOf(row.getString(1)), row.getInt(2));
        });
        return counts;
    }

    /** That message, if there is one. */
    Optional<OutgoingMessage> find(long id) {
        return jdbc.sql("select count(*) from message where id = ?")
                                .param(id)
                                .query(Integer.class)
                                .single()
                        > 0
                ? Optional.of(queue.read(id))
                : Optional.empty();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                MessageState.valueOf(row.getString("state")),
                Template.valueOf(row.getString("template")),
                Optional.ofNullable(row.getString("user_id")).orElse(row.getString("provider_id")),
                List.of(),
                row.getTimestamp("written_at").toInstant(),
                row.getInt("tries"),
                Optional.ofNullable(row.getTimestamp("next_try_at"))
                        .map(Timestamp::toInstant)
                        .orElse(null),
                row.getString("last_answer"));
    }
}
