package org.throughcare.journey.tasks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.time.WorkingCalendar;

/** Moments that the ready-made task filters name, counted in the zone of the estate's first site. */
@Component
@UsedInModels
public class TaskDates {

    private final WorkingCalendar calendar;

    TaskDates(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The end of this week: the first moment of next Monday. */
    public Date endOfWeek() {
        LocalDate monday = today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return Date.from(calendar.startOfDay(calendar.anySite(), monday));
    }

    /** The civil date now. */
    LocalDate today() {
        return calendar.today(calendar.anySite());
    }
}
