package org.throughcare.time;

import java.time.Clock;
import org.throughcare.sites.Sites;

/** Calendars for tests that need no application. */
public final class Calendars {

    private Calendars() {}

    /** The calendar of these sites by that clock. */
    public static WorkingCalendar of(Sites sites, Clock clock) {
        return new WorkingCalendar(sites, clock);
    }
}
