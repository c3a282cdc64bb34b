package org.throughcare.erasure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.throughcare.time.WorkingCalendar;

/** Once a day, on one of the nodes: erases every closed case whose time is over. */
@Component
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final JdbcClient jdbc;
    private final CaseErasure erasure;
    private final RetentionSettings settings;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Retention(
            JdbcClient jdbc,
            CaseErasure erasure,
            RetentionSettings settings,
            WorkingCalendar calendar,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.erasure = erasure;
        this.settings = settings;
        this.calendar = calendar;
        this.events = events;
        this.clock = clock;
    }

    private record Closed(String caseNumber, String site, String reason, Instant at) {}

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void onceADay() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean first = jdbc.sql("update daily_work set done_on = :today where name = 'retention' and done_on < :today")
                        .param("today", today)
                        .update()
                > 0;
        if (first) {
            check();
            events.publishEvent(new RetentionChecked(today));
        }
    }

    /** Erases what is due now; returns how many cases were erased. One that cannot be erased stops no other. */
    int check() {
        int erased = 0;
        for (Closed closed : closed()) {
            if (isDue(closed) && erase(closed.caseNumber())) {
                erased++;
            }
        }
        if (erased > 0) {
            LOG.info("{} closed cases were erased: the time for which they are kept is over.", erased);
        }
        return erased;
    }

    private List<Closed> closed() {
        return jdbc.sql("select case_number, site, closing_reason, closed_at from case_file where status = 'closed'")
                .query((row, number) -> new Closed(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    private boolean isDue(Closed closed) {
        return settings.of(closed.reason())
                .map(period -> calendar.dateAt(closed.site(), closed.at()).plus(period))
                .filter(last -> calendar.today(closed.site()).isAfter(last))
                .isPresent();
    }

    private boolean erase(String caseNumber) {
        try {
            erasure.erase(caseNumber, Ground.retentionEnded, null);
            return true;
        } catch (RuntimeException e) {
            LOG.error(
                    "The case {} is kept too long and could not be erased: {}",
                    caseNumber,
                    e.getClass().getName());
            return false;
        }
    }
}
