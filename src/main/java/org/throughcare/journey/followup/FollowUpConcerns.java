package org.throughcare.journey.followup;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Facts;
import org.throughcare.decisions.Decided;
import org.throughcare.decisions.DecisionConsumer;
import org.throughcare.decisions.Decisions;

/**
 * Turns a danger seen during follow-up into an urgent response. The danger becomes a fact, and the table {@code
 * urgentFlags} gives severity, role and deadline as it does at any other moment (domain rule 2).
 */
@Component
class FollowUpConcerns {

    private static final String TABLE = "urgentFlags";
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
    private final List<DecisionConsumer> consumers;

    FollowUpConcerns(Facts facts, Decisions decisions, List<DecisionConsumer> consumers) {
        this.facts = facts;
        this.decisions = decisions;
        this.consumers = consumers;
    }

    /** Raises that danger, a flag of the table {@code urgentFlags}; none or null raises nothing. */
    void raise(String caseNumber, String danger) {
        if (!FACTS.containsKey(String.valueOf(danger))) {
            return;
        }
        facts.put(caseNumber, Facts.CASE, FACTS.get(danger), "followUp");
        Decided all = decisions.decide(TABLE, caseNumber, Map.of());
        Decided seen = new Decided(
                all.decision(),
                all.version(),
                all.inputs(),
                all.rules().stream()
                        .filter(rule -> danger.equals(rule.outputs().get("flag")))
                        .toList());
        consumers.stream()
                .filter(consumer -> TABLE.equals(consumer.decision()))
                .forEach(consumer -> consumer.apply(caseNumber, seen, (name, code) -> {}));
    }
}
