package org.throughcare.journey.followup;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Facts;
import org.throughcare.decisions.Decisions;
import org.throughcare.journey.urgent.UrgentConcerns;

/**
 * Turns a danger that somebody sees during follow-up into an urgent response. The danger becomes a fact, and the table
 * {@code urgentFlags} gives severity, role and deadline as at any other moment (domain rule 2). What somebody sees now is
 * always news, also when it was answered once in prison.
 */
@Component
class FollowUpConcerns {

    private static final Map<String, Map<String, Object>> FACTS = Map.of(
            "overdose", Map.of("overdoseRisk", "yes"),
            "selfHarm", Map.of("selfHarmRisk", "current"),
            "familyThreat", Map.of("familyThreat", "known"),
            "forcedMarriage", Map.of("forcedMarriageRisk", "yes"),
            "sexualViolence", Map.of("sexualViolence", "yes"),
            "acuteMentalIllness", Map.of("acuteMentalIllness", "yes"),
            "medicines", Map.of("medicinesGap", "yes"),
            "noSafeAddress", Map.of("safeAddress", "no"),
            "childWithoutCarer", Map.of("childWithoutCarer", "yes"));

    private final Facts facts;
    private final Decisions decisions;
    private final UrgentConcerns concerns;

    FollowUpConcerns(Facts facts, Decisions decisions, UrgentConcerns concerns) {
        this.facts = facts;
        this.decisions = decisions;
        this.concerns = concerns;
    }

    /** Raises that danger, a flag of the table {@code urgentFlags}; none raises nothing. */
    void raise(String caseNumber, String danger) {
        if (!FACTS.containsKey(danger)) {
            return;
        }
        facts.put(caseNumber, Facts.CASE, FACTS.get(danger), "followUp");
        Map<String, Object> row = flag(caseNumber, danger).orElse(Map.of());
        concerns.raise(
                caseNumber,
                danger,
                (String) row.get("severity"),
                (String) row.get("role"),
                (String) row.get("respondWithin"),
                "Seen during follow-up. " + row.getOrDefault("reason", ""));
    }

    private Optional<Map<String, Object>> flag(String caseNumber, String danger) {
        return decisions.decide("urgentFlags", caseNumber, Map.of()).rows().stream()
                .filter(row -> danger.equals(row.get("flag")))
                .findFirst();
    }
}
