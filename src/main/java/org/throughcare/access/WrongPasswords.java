package org.throughcare.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing without locking anybody out: wrong passwords are counted by where they come from and whom they are
 * for, so that the person who knows the password signs in whatever somebody else tries elsewhere.
 */
@Component
class WrongPasswords {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ALLOWED = 100;
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Tries> triesBySource = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > REMEMBERED;
        }
    };

    WrongPasswords(Clock clock) {
        this.clock = clock;
    }

    /** Whether so many wrong passwords came from that source in the last minute that no more are looked at. */
    synchronized boolean tooMany(String source) {
        Tries tries = triesBySource.get(source);
        return tries != null && tries.since().plus(WINDOW).isAfter(clock.instant()) && tries.count() >= ALLOWED;
    }

    synchronized void another(String source) {
        Instant now = clock.instant();
        triesBySource.merge(
                source,
                new Tries(now, 1),
                (before, first) -> before.since().plus(WINDOW).isAfter(now)
                        ? new Tries(before.since(), before.count() + 1)
                        : first);
    }

    private record Tries(Instant since, int count) {}
}
