package org.throughcare.journey.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFile;
import org.throughcare.time.WorkingCalendar;

/**
 * The dates of the year after release. All are counted from the day she left custody in the zone of her site, so that
 * daylight saving and a server that was down move none of them.
 */
@Component("followUpClock")
@UsedInModels
public class FollowUpClock {

    private final WorkingCalendar calendar;
    private final FollowUpSettings settings;
    private final Clock clock;

    FollowUpClock(WorkingCalendar calendar, FollowUpSettings settings, Clock clock) {
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
    }

    /** When a contact or a search that begins now at that site counts as overdue. */
    public Date overdueAt(String site) {
        return Date.from(calendar.dueAfter(site, settings.overdueAfter(), clock.instant()));
    }

    /** The morning of that day after her release; day 1 is the day after. */
    Date day(CaseFile file, int days) {
        return morning(file, releaseDay(file).plusDays(days));
    }

    /** The morning so many months after her release, on the last day of a month that has no such day. */
    Date month(CaseFile file, int months) {
        return morning(file, releaseDay(file).plusMonths(months));
    }

    /** The end of her year: the same date a year later; after a release on 29 February it is 28 February. */
    Date endOfYear(CaseFile file) {
        return morning(file, releaseDay(file).plusYears(1));
    }

    /** Her next contact: the interval after the last one, not before today, in the daytime of a working day. */
    Instant nextContact(CaseFile file, LocalDate last, String every) {
        Instant from = calendar.at(file.site(), last, settings.contactTime());
        LocalDate day = calendar.dateAt(file.site(), calendar.dueAfter(file.site(), every, from));
        LocalDate today = calendar.today(file.site());
        return calendar.at(
                file.site(), workingDayFrom(file.site(), day.isBefore(today) ? today : day), settings.contactTime());
    }

    /** The daytime of a day that she chose herself, whatever day it is. */
    Instant chosenContact(CaseFile file, LocalDate day) {
        return calendar.at(file.site(), day, settings.contactTime());
    }

    /** When the next attempt to find her is due. */
    Date nextSearchAttempt(CaseFile file) {
        Instant after = calendar.dueAfter(file.site(), settings.betweenSearchAttempts(), clock.instant());
        return Date.from(calendar.at(file.site(), calendar.dateAt(file.site(), after), settings.contactTime()));
    }

    /** The day she left custody. */
    LocalDate releaseDay(CaseFile file) {
        return file.releasedAtIfReleased()
                .map(moment -> calendar.dateAt(file.site(), moment))
                .orElseThrow(() -> new IllegalStateException("Follow-up of case " + file.caseNumber()
                        + " began, but the record does not say when she was released."));
    }

    private LocalDate workingDayFrom(String site, LocalDate day) {
        LocalDate found = day;
        while (!calendar.isWorkingDay(site, found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    private Date morning(CaseFile file, LocalDate day) {
        return Date.from(calendar.at(file.site(), day, settings.checkTime()));
    }
}
