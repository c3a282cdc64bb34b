package org.throughcare.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughcare.sites.Site;
import org.throughcare.sites.Sites;

class TimeLeftTest {

    private final Sites sites =
            new Sites(List.of(new Site("north", "NORTH", "North", ZoneId.of("Europe/London"), "GB")));

    @Test
    void countsToAMomentAndNeverBelowNothing() {
        TimeLeft timeLeft = at("2026-02-28T09:00:00Z");
        assertThat(timeLeft.until("2026-02-28T10:30:00Z")).isEqualTo("PT1H30M");
        assertThat(timeLeft.until("2026-02-28T08:00:00Z")).isEqualTo("PT0S");
        assertThat(timeLeft.until(null)).isNull();
    }

    @Test
    void theEndOfADayIsTheSitesOwnAlsoWhenSummerTimeBegins() {
        TimeLeft timeLeft = at("2026-03-28T12:00:00Z");
        assertThat(timeLeft.untilEndOf("north", "2026-03-28")).isEqualTo("PT11H59M59S");
        assertThat(timeLeft.untilEndOf("north", "2026-03-29")).isEqualTo("PT34H59M59S");
        assertThat(timeLeft.untilEndOf("north", "2026-03-27")).isEqualTo("PT0S");
        assertThat(timeLeft.untilEndOf("north", null)).isNull();
    }

    private TimeLeft at(String now) {
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return new TimeLeft(clock, new WorkingCalendar(sites, clock));
    }
}
