package org.throughcare.journey.followup;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Numbers of the follow-up that a service may set for itself; how often she is contacted is not here but in the table
 * {@code contactSchedule}. Time spans are ISO 8601, counted in the zone of her site, or {@code 3 working days}.
 *
 * @param contactTime when a planned contact falls due on its day
 * @param checkTime when the day-14 and day-28 checks, the monthly and quarterly tasks and the end of the year fall due
 * @param overdueAfter how long a contact or a search may go unrecorded before the supervisor is told
 * @param missedBeforeSearch so many planned contacts missed in a row make her out of touch (study 000: the safety net)
 * @param searchAttempts so many attempts to find her are made before the supervisor decides
 * @param betweenSearchAttempts the time between two attempts
 * @param longestPutOff how far ahead she may put off a contact without a new plan
 */
@ConfigurationProperties("throughcare.follow-up")
record FollowUpSettings(
        @DefaultValue("10:00") LocalTime contactTime,
        @DefaultValue("09:00") LocalTime checkTime,
        @DefaultValue("P2D") String overdueAfter,
        @DefaultValue("2") int missedBeforeSearch,
        @DefaultValue("3") int searchAttempts,
        @DefaultValue("P3D") String betweenSearchAttempts,
        @DefaultValue("P21D") String longestPutOff) {}
