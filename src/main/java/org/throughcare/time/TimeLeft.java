package org.throughcare.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;

/** How long there still is for something whose moment is fixed. Models use it for the time that a task may take. */
@Component("timeLeft")
@UsedInModels
public class TimeLeft {

    private final Clock clock;
    private final WorkingCalendar calendar;

    TimeLeft(Clock clock, WorkingCalendar calendar) {
        this.clock = clock;
        this.calendar = calendar;
    }

    /**
     * Time until that moment, as an ISO 8601 duration; nothing ({@code PT0S}) when it has passed.
     *
     * @param moment an ISO 8601 instant such as {@code 2026-02-28T09:30:00Z}; null gives null
     */
    public String until(String moment) {
        return moment == null ? null : left(Instant.parse(moment));
    }

    /**
     * Time until the end of that day at that site, as an ISO 8601 duration; nothing when it has passed.
     *
     * @param day an ISO 8601 date; null gives null
     */
    public String untilEndOf(String site, String day) {
        return day == null
                ? null
                : left(calendar.startOfDay(site, LocalDate.parse(day).plusDays(1))
                        .minusSeconds(1));
    }

    private String left(Instant moment) {
        Duration left = Duration.between(clock.instant(), moment);
        return (left.isNegative() ? Duration.ZERO : left).toString();
    }
}
