package org.throughcare.referrals;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the steps of a referral may take, by its urgency. Configuration keys begin with {@code throughcare.referrals}.
 *
 * @param answerStands how long her no, or that a service was done, stands before it is asked again
 */
@ConfigurationProperties("throughcare.referrals")
public record ReferralTimes(Steps urgent, Steps soon, Steps routine, @DefaultValue("P90D") Period answerStands) {

    /**
     * The times of one urgency.
     *
     * @param step time for each step of the owner: an ISO 8601 duration or working days
     * @param answer time for the provider's answer: an ISO 8601 duration or working days
     * @param remindAfter after how long a silent provider is reminded
     * @param chaseAfter how long after the reminder the supervisor rings
     * @param giveUpAfter after how long of silence the next provider is asked
     */
    public record Steps(String step, String answer, Duration remindAfter, Duration chaseAfter, Duration giveUpAfter) {}

    public ReferralTimes {
        urgent = urgent != null
                ? urgent
                : new Steps(
                        "1 working day", "1 working day", Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(4));
        soon = soon != null
                ? soon
                : new Steps(
                        "3 working days",
                        "3 working days",
                        Duration.ofDays(4),
                        Duration.ofDays(3),
                        Duration.ofDays(12));
        routine = routine != null
                ? routine
                : new Steps(
                        "5 working days",
                        "5 working days",
                        Duration.ofDays(7),
                        Duration.ofDays(7),
                        Duration.ofDays(28));
    }

    /** The times for that urgency; an unknown one counts as routine. */
    public Steps of(String urgency) {
        return switch (urgency) {
            case "urgent" -> urgent;
            case "soon" -> soon;
            default -> routine;
        };
    }
}
