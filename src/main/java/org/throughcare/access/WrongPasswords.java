package org.throughcare.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing without locking anybody out, at every door by the same rule: wrong passwords are counted by the
 * address that they come from together with the user they are for, and for each address by itself, so that nobody tries
 * one password on everybody. Whatever somebody tries elsewhere, the person who knows the password signs in; and a session
 * that is open is not touched.
 */
@Component
class WrongPasswords {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ALLOWED_FOR_ONE_USER = 100;
    private static final int ALLOWED_FROM_ONE_ADDRESS = 1000;
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Problems problems;
    private final Map<String, Tries> triesBySource = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > REMEMBERED;
        }
    };

    WrongPasswords(Clock clock, Problems problems) {
        this.clock = clock;
        this.problems = problems;
    }

    /** Answers "too many" when so many wrong passwords came in the last minute that no more are looked at. */
    boolean refuse(HttpServletRequest request, HttpServletResponse response, String userId) throws IOException {
        String address = request.getRemoteAddr();
        boolean tooMany =
                triesOf(address + " " + userId) >= ALLOWED_FOR_ONE_USER || triesOf(address) >= ALLOWED_FROM_ONE_ADDRESS;
        if (tooMany) {
            response.setHeader("Retry-After", String.valueOf(WINDOW.toSeconds()));
            problems.write(
                    response, HttpStatus.TOO_MANY_REQUESTS, "Too many wrong passwords. Wait a minute and try again.");
        }
        return tooMany;
    }

    /** Another wrong password for that user. */
    void another(HttpServletRequest request, String userId) {
        count(request.getRemoteAddr());
        count(request.getRemoteAddr() + " " + userId);
    }

    private synchronized int triesOf(String source) {
        Tries tries = triesBySource.get(source);
        return tries != null && tries.since().plus(WINDOW).isAfter(clock.instant()) ? tries.count() : 0;
    }

    private synchronized void count(String source) {
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
