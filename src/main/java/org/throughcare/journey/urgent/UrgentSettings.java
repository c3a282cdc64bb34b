package org.throughcare.journey.urgent;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a response may take, and who responds, when neither the table nor the person who raises a concern says so.
 * Configuration keys begin with {@code throughcare.urgent}.
 *
 * @param immediate time for an immediate concern
 * @param urgent time for an urgent concern
 * @param priority time for a concern that can wait some days
 * @param actionPlan time for the first action plan when she may harm herself (ACCT: 1 hour)
 * @param firstReview time for the assessor interview and the first case review (ACCT: 24 hours)
 * @param otherRole who responds to a kind of concern that {@code roles} does not name
 * @param roles role stem by kind of concern, beside and before the usual ones
 */
@ConfigurationProperties("throughcare.urgent")
record UrgentSettings(
        @DefaultValue("PT4H") Duration immediate,
        @DefaultValue("PT24H") Duration urgent,
        @DefaultValue("P7D") Duration priority,
        @DefaultValue("PT1H") Duration actionPlan,
        @DefaultValue("PT24H") Duration firstReview,
        @DefaultValue("caseManager") String otherRole,
        @DefaultValue Map<String, String> roles) {

    private static final Map<String, String> USUAL_ROLES = Map.ofEntries(
            Map.entry("familyConcern", "caseManager"),
            Map.entry("childInDanger", "socialWorker"),
            Map.entry("childWithoutCarer", "socialWorker"),
            Map.entry("familyThreat", "socialWorker"),
            Map.entry("forcedMarriage", "socialWorker"),
            Map.entry("selfHarm", "mentalHealth"),
            Map.entry("acuteMentalIllness", "mentalHealth"),
            Map.entry("withdrawal", "healthcare"),
            Map.entry("medicines", "healthcare"),
            Map.entry("pregnancy", "healthcare"),
            Map.entry("sexualViolence", "healthcare"),
            Map.entry("overdose", "substanceMisuse"),
            Map.entry("youngWoman", "caseManager"),
            Map.entry("noSafeAddress", "releaseCoordinator"));

    String roleFor(String flag) {
        return roles.getOrDefault(flag, USUAL_ROLES.getOrDefault(flag, otherRole));
    }

    Duration respondWithin(String flag, String severity) {
        return switch (severity) {
            case "immediate" -> ResponseKind.SELF_HARM_FLAG.equals(flag) ? actionPlan : immediate;
            case "urgent" -> urgent;
            default -> priority;
        };
    }
}
