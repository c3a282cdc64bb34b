package org.throughcare.messages;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Everything about messages on one database, without the application around it. Time stands until the test moves it. Each
 * {@link #node} is a node of its own.
 */
final class MessagesOfTest {

    /** A clock that the test moves. */
    static final class Time extends Clock {

        private volatile Instant now = Instant.parse("2026-01-12T09:00:00Z");

        void pass(Duration span) {
            now = now.plus(span);
        }

        void set(Instant moment) {
            now = moment;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    /** People as the test invents them. Everybody has an address and may read every case, unless the test says no. */
    static final class People implements Readers {

        final Map<String, String> addresses = new HashMap<>();
        final Map<String, String> sites = new HashMap<>();
        final Map<String, Set<String>> groups = new HashMap<>();
        final Set<String> unreadable = new java.util.HashSet<>();

        @Override
        public Optional<String> addressOf(String userId) {
            return Optional.of(addresses.getOrDefault(userId, userId + "@throughcare.example"))
                    .filter(address -> !address.isEmpty());
        }

        @Override
        public boolean mayRead(String userId, String caseNumber) {
            return !unreadable.contains(userId + " " + caseNumber);
        }

        @Override
        public boolean isHiddenFrom(String userId, String caseNumber) {
            return unreadable.contains(userId + " " + caseNumber);
        }

        @Override
        public Optional<String> siteOf(String userId) {
            return Optional.ofNullable(sites.get(userId));
        }

        @Override
        public Optional<String> siteOfCase(String caseNumber) {
            return Optional.of("north");
        }

        @Override
        public Set<String> membersOf(String group) {
            return groups.getOrDefault(group, Set.of());
        }
    }

    /** What somebody is asked to look into. */
    static final class Troubles implements MessageTroubles {

        final List<String> refused = new ArrayList<>();
        int givenUp;

        @Override
        public void addressRefused(Optional<String> site, Recipient recipient) {
            refused.add(recipient.id());
        }

        @Override
        public void givenUp(Optional<String> site) {
            givenUp++;
        }
    }

    final Time time = new Time();
    final People people = new People();
    final Troubles troubles = new Troubles();
    final List<LastCheck> checks = new ArrayList<>(List.of(new ReadersLastCheck(people)));
    final DataSource database;
    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final MessageSettings settings;
    final Outbox outbox;
    final LetterWriter letters = new LetterWriter("https://throughcare.example");

    MessagesOfTest(DataSource database, Path folder, Duration timeout) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.settings = settings(folder, timeout);
        this.outbox = new Outbox(jdbc, settings, time);
    }

    static MessageSettings settings(Path folder, Duration timeout) {
        return new MessageSettings(
                false,
                "throughcare@throughcare.example",
                folder,
                timeout,
                Duration.ofMinutes(15),
                List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(30)),
                Duration.ofDays(3),
                LocalTime.of(7, 0),
                60,
                Duration.ofDays(90));
    }

    /** A node of its own, whose mail server listens there. */
    MessageRound node(int port) {
        return node(smtp(port));
    }

    MessageRound node(Carrier carrier) {
        return new MessageRound(
                new MessageQueue(jdbc, settings, time),
                letters,
                carrier,
                people,
                checks,
                troubles,
                settings,
                transactions,
                time);
    }

    SmtpCarrier smtp(int port) {
        return new SmtpCarrier(sender(port), settings);
    }

    static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        return sender;
    }

    /** A step that tells that user of that case; returns the message's id. */
    long tell(String userId, String caseNumber) {
        return transactions.execute(step -> outbox.put(new NewMessage(
                Template.notice, Recipient.user(userId), Line.aboutCase(News.taskAssigned, caseNumber))));
    }

    String stateOf(long message) {
        return jdbc.sql("select state from message where id = ?")
                .param(message)
                .query(String.class)
                .single();
    }

    Map<String, Long> states() {
        Map<String, Long> states = new HashMap<>();
        jdbc.sql("select state, count(*) from message group by state").query(row -> {
            states.put(row.getString(1), row.getLong(2));
        });
        return states;
    }

    String messageId(long message) {
        return jdbc.sql("select message_id from message where id = ?")
                .param(message)
                .query(String.class)
                .single();
    }
}
