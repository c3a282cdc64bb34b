package org.throughcare.engine;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One clock for all code. It can be moved only where {@code throughcare.movable-clock} says so: demo and tests. */
@Configuration
class Clocks {

    @Bean
    @ConditionalOnProperty(name = "throughcare.movable-clock", havingValue = "true")
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    @ConditionalOnProperty(name = "throughcare.movable-clock", havingValue = "false", matchIfMissing = true)
    Clock clock() {
        return Clock.systemUTC();
    }
}
