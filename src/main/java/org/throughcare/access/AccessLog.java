package org.throughcare.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who read what about whom, when, where and in which relation to the case. Lines are only added. The same reading again
 * within a quarter of an hour is the same line. Reading without a line is not possible: when it cannot be written, the
 * reading fails with it.
 */
@Component
@Transactional
public class AccessLog {

    private static final Duration SAME_READING = Duration.ofMinutes(15);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_LINES = 500;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AccessSettings settings;
    private final StaffAccess staff;
    private final ObjectProvider<AccessAlarms> alarms;
    private final Cache<Line, Instant> written =
            Caffeine.newBuilder().maximumSize(50_000).build();

    AccessLog(
            JdbcClient jdbc,
            Clock clock,
            AccessSettings settings,
            StaffAccess staff,
            ObjectProvider<AccessAlarms> alarms) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.staff = staff;
        this.alarms = alarms;
    }

    /** A line without its time. */
    private record Line(
            String userId, String caseNumber, Relation relation, Set<InformationKind> kinds, ReadAt place) {}

    /**
     * A line of the log.
     *
     * @param at when
     * @param by user id
     * @param relation code of a {@link Relation}
     * @param kinds codes of {@link InformationKind}s
     * @param place code of a {@link ReadAt}
     */
    public record Reading(Instant at, String by, String relation, List<String> kinds, String place) {}

    /** She read what these views show, by case number. */
    public void note(SignedIn reader, ReadAt place, Map<String, CaseView> views) {
        boolean isMore = false;
        for (Map.Entry<String, CaseView> read : views.entrySet()) {
            CaseView view = read.getValue();
            isMore |= add(new Line(reader.userId(), read.getKey(), view.relation(), place.shown(view.kinds()), place));
        }
        if (isMore) {
            watch(reader.userId(), place);
        }
    }

    /** She read the form of a task of hers, with those facts. */
    public void noteForm(String userId, String caseNumber, Set<String> facts) {
        if (add(new Line(userId, caseNumber, Relation.ASSIGNED, CaseView.kindsOfFacts(facts), ReadAt.FORM))) {
            watch(userId, ReadAt.FORM);
        }
    }

    /** Who read about that case, newest first, {@value #MOST_LINES} lines at most. */
    @Transactional(readOnly = true)
    public List<Reading> of(String caseNumber) {
        return jdbc.sql("select * from access_log where case_number = ? order by id desc limit ?")
                .params(caseNumber, MOST_LINES)
                .query((row, number) -> new Reading(
                        row.getTimestamp("read_at").toInstant(),
                        row.getString("user_id"),
                        row.getString("relation"),
                        List.of(row.getString("kinds").split(" ")),
                        row.getString("place")))
                .list();
    }

    /** Writes the line, unless the same one was written a short time ago; tells whether it did. */
    private boolean add(Line line) {
        Instant now = clock.instant();
        Instant before = written.getIfPresent(line);
        if (before != null && !before.isAfter(now) && before.plus(SAME_READING).isAfter(now)) {
            return false;
        }
        jdbc.sql(
                        """
                insert into access_log (read_at, user_id, case_number, relation, kinds, place)
                values (:at, :user, :case, :relation, :kinds, :place)""")
                .param("at", Timestamp.from(now))
                .param("user", line.userId())
                .param("case", line.caseNumber())
                .param("relation", line.relation().name())
                .param(
                        "kinds",
                        new TreeSet<>(line.kinds()).stream().map(Enum::name).collect(Collectors.joining(" ")))
                .param("place", line.place().name())
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                written.put(line, now);
            }
        });
        return true;
    }

    /** Tells the supervisors of her sites, once an hour, when she reads far more cases than work needs. */
    private void watch(String userId, ReadAt place) {
        int cases = casesOfLastHour(userId, place.isList());
        if (cases > (place.isList() ? settings.listed() : settings.opened()) && !alreadyTold(userId)) {
            jdbc.sql("insert into access_alarm (user_id, cases, raised_at) values (?, ?, ?)")
                    .params(userId, cases, Timestamp.from(clock.instant()))
                    .update();
            staff.sitesOf(userId).forEach(site -> alarms.getObject().readUnusuallyMany(site, userId, cases));
        }
    }

    private int casesOfLastHour(String userId, boolean inLists) {
        List<String> places = Arrays.stream(ReadAt.values())
                .filter(place -> place.isList() == inLists)
                .map(Enum::name)
                .toList();
        return jdbc.sql(
                        """
                select count(distinct case_number) from access_log
                where user_id = :user and read_at > :since and place in (:places)""")
                .param("user", userId)
                .param("since", anHourAgo())
                .param("places", places)
                .query(Integer.class)
                .single();
    }

    private boolean alreadyTold(String userId) {
        return jdbc.sql("select count(*) from access_alarm where user_id = ? and raised_at > ?")
                        .params(userId, anHourAgo())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Timestamp anHourAgo() {
        return Timestamp.from(clock.instant().minus(WINDOW));
    }
}
