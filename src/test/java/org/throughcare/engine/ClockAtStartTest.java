package org.throughcare.engine;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughcare.start.CannotStartException;

/** A node does not work with a clock that is not the database's. */
class ClockAtStartTest {

    @ParameterizedTest
    @ValueSource(ints = {-3600, -60, 60, 3600})
    void aNodeWhoseClockIsWrongDoesNotStart(int seconds) {
        assertThatThrownBy(() -> clock(seconds).run(null))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("seconds apart");
    }

    @Test
    void someSecondsAreOnlyWarnedOf() {
        for (int seconds : new int[] {-10, 0, 10}) {
            assertThatNoException().isThrownBy(() -> clock(seconds).run(null));
        }
    }

    @Test
    void aSlowDatabaseIsNotAWrongClock() {
        ClockAtStart slow = new ClockAtStart(() -> {
            Instant there = Instant.now();
            pause();
            return there;
        });

        assertThatNoException().isThrownBy(() -> slow.run(null));
    }

    private static ClockAtStart clock(int secondsApart) {
        return new ClockAtStart(() -> Instant.now().plusSeconds(secondsApart));
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
