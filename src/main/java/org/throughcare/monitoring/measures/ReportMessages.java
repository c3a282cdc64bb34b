package org.throughcare.monitoring.measures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.Identities;
import org.throughcare.access.StaffGroups;
import org.throughcare.messages.Line;
import org.throughcare.messages.NewMessage;
import org.throughcare.messages.News;
import org.throughcare.messages.Outbox;
import org.throughcare.messages.Recipient;
import org.throughcare.messages.Template;

/** Tells every manager once a month where the report of the month before is. The message holds a link and no number. */
@Component
class ReportMessages {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private final JdbcClient jdbc;
    private final Identities identities;
    private final Outbox outbox;
    private final Clock clock;

    ReportMessages(JdbcClient jdbc, Identities identities, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Writes the messages when a month has begun (in UTC) since the last time; of all nodes, one does. */
    @Scheduled(initialDelayString = "PT11M", fixedDelayString = "PT1H")
    @Transactional
    public void onceAMonth() {
        LocalDate begin = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
        boolean first = jdbc.sql("update daily_work set done_on = :begin where name = 'report' and done_on < :begin")
                        .param("begin", begin)
                        .update()
                > 0;
        if (first) {
            YearMonth month = YearMonth.from(begin).minusMonths(1);
            identities.membersOf(StaffGroups.MANAGER).keySet().stream()
                    .sorted()
                    .forEach(userId -> outbox.put(new NewMessage(
                            Template.notice,
                            Recipient.user(userId),
                            new Line(
                                    News.monthlyReport,
                                    Optional.empty(),
                                    "report of " + month.format(MONTH),
                                    "/api/measures/report.pdf?month=" + month))));
        }
    }
}
