package org.throughcare.erasure;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a closed case is kept, from {@code throughcare.retention}. Periods are ISO 8601 and count from the day of
 * closing at her site.
 *
 * @param afterClosing for closing reasons that have no period of their own; without it those are kept
 * @param byReason by closing reason
 * @param pseudonymised tables whose rows stay, with a hash in place of the case number, such as the log of who read what
 */
@ConfigurationProperties("throughcare.retention")
record RetentionSettings(Period afterClosing, Map<String, Period> byReason, List<String> pseudonymised) {

    RetentionSettings {
        byReason = byReason == null ? Map.of() : Map.copyOf(byReason);
        pseudonymised = pseudonymised == null ? List.of() : List.copyOf(pseudonymised);
    }

    /** How long a case that was closed so is kept; empty for ever. */
    Optional<Period> of(String closingReason) {
        return Optional.ofNullable(byReason.getOrDefault(closingReason, afterClosing));
    }
}
