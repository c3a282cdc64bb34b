package org.throughcare.decisions.check;

import java.time.Duration;

/** How long one proof may take: whoever types waits for it, and a table may be made to be slow. */
final class Patience {

    static final Duration OF_A_CHECK = Duration.ofSeconds(10);

    /** The time is over. */
    static class OverException extends RuntimeException {}

    private final long until;

    Patience(Duration time) {
        until = System.nanoTime() + time.toNanos();
    }

    /** @throws OverException when the time is over */
    void check() {
        if (System.nanoTime() - until > 0) {
            throw new OverException();
        }
    }
}
