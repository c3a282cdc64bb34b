package org.throughcare.time;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.throughcare.sites.Sites;

/**
 * The one place where civil dates become instants: each site's zone, its working days and its public holidays. A local
 * time that a change to summer time skips is moved forward by the length of the gap; one that happens twice is taken
 * the first time.
 */
@Component
public class WorkingCalendar {

    private static final Pattern WORKING_DAYS = Pattern.compile("(\\d+) working days?");
    private static final LocalTime END_OF_WORKING_DAY = LocalTime.of(17, 0);

    private final Sites sites;
    private final Clock clock;
    private final Map<String, HolidayManager> holidays = new ConcurrentHashMap<>();

    WorkingCalendar(Sites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /** The zone of that site. */
    public ZoneId zone(String site) {
        return sites.get(site).zone();
    }

    /** The estate's first site, for work that belongs to none. */
    public String anySite() {
        return sites.ids().get(0);
    }

    /** The civil date at that site now. */
    public LocalDate today(String site) {
        return LocalDate.now(clock.withZone(zone(site)));
    }

    /** The civil date at that site at the given moment. */
    public LocalDate dateAt(String site, Instant moment) {
        return moment.atZone(zone(site)).toLocalDate();
    }

    /** The first moment of that day at that site. */
    public Instant startOfDay(String site, LocalDate day) {
        return day.atStartOfDay(zone(site)).toInstant();
    }

    /** That local time of that day at that site. */
    public Instant at(String site, LocalDate day, LocalTime time) {
        return ZonedDateTime.of(day, time, zone(site)).toInstant();
    }

    /**
     * When something is due.
     *
     * @param within an ISO 8601 duration or period ({@code PT4H}, {@code P7D}, {@code P1M}), counted in the site's zone,
     *     or {@code 3 working days}, which ends at 17:00 on the third working day after {@code from}
     * @throws IllegalArgumentException when {@code within} is neither
     */
    public Instant dueAfter(String site, String within, Instant from) {
        Matcher workingDays = WORKING_DAYS.matcher(within);
        if (workingDays.matches()) {
            return at(
                    site,
                    addWorkingDays(site, dateAt(site, from), Integer.parseInt(workingDays.group(1))),
                    END_OF_WORKING_DAY);
        }
        try {
            return addIso(from.atZone(zone(site)), within).toInstant();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "\"" + within
                            + "\" is not a time span. Write an ISO duration such as PT4H or P7D, or \"3 working days\".",
                    e);
        }
    }

    /** Monday to Friday, and no public holiday of the site's country. */
    public boolean isWorkingDay(String site, LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidaysOf(sites.get(site).country()).isHoliday(day);
    }

    private LocalDate addWorkingDays(String site, LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(site, day)) {
                left--;
            }
        }
        return day;
    }

    private static ZonedDateTime addIso(ZonedDateTime from, String within) {
        int time = within.indexOf('T');
        if (time < 0) {
            return from.plus(Period.parse(within));
        }
        ZonedDateTime day = time > 1 ? from.plus(Period.parse(within.substring(0, time))) : from;
        return day.plus(Duration.parse("P" + within.substring(time)));
    }

    private HolidayManager holidaysOf(String country) {
        return holidays.computeIfAbsent(
                country,
                code -> HolidayManager.getInstance(ManagerParameters.create(code.toLowerCase(java.util.Locale.ROOT))));
    }
}
