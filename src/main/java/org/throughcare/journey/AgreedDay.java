package org.throughcare.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.time.WorkingCalendar;

/**
 * Days that were agreed with her, kept as codes ({@code yyyy-MM-dd}) of the process. A task for such a day is due at its
 * end at her site and not before: taking her time is not being late (study 001, Sophie).
 */
@Component("agreedDay")
@UsedInModels
public class AgreedDay {

    private final WorkingCalendar calendar;
    private final Clock clock;

    AgreedDay(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Time until the end of the day that this code names, as an ISO 8601 duration; null when no day is agreed. */
    public String timeLeft(DelegateExecution execution, String code) {
        return dayAfter(execution, code).map(this::timeUntil).orElse(null);
    }

    /** The same for the first of two codes that names a day. */
    public String timeLeft(DelegateExecution execution, String code, String otherwise) {
        return dayAfter(execution, code, otherwise).map(this::timeUntil).orElse(null);
    }

    /** The moment at which the day is over that the first of two codes names; null when neither names one. */
    public Date over(DelegateExecution execution, String code, String otherwise) {
        return dayAfter(execution, code, otherwise).map(Date::from).orElse(null);
    }

    private Optional<Instant> dayAfter(DelegateExecution execution, String... codes) {
        String site = (String) execution.getVariable("site");
        return Stream.of(codes)
                .map(execution::getVariable)
                .filter(day -> day instanceof String text && !text.isEmpty())
                .findFirst()
                .map(day ->
                        calendar.startOfDay(site, LocalDate.parse((String) day).plusDays(1)));
    }

    private String timeUntil(Instant moment) {
        Duration left = Duration.between(clock.instant(), moment.minusSeconds(1));
        return (left.isNegative() ? Duration.ZERO : left).toString();
    }
}
