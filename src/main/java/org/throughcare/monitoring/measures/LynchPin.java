package org.throughcare.monitoring.measures;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Facts;

/**
 * The lynch-pin need (domain rule 4), by which outcomes are cut. It is opened for an answer, and kept nowhere beside a case.
 */
@Component
class LynchPin {

    /** The pathways in the order of the assessment. */
    static final List<String> PATHWAYS = List.of(
            "accommodation",
            "employment",
            "physicalHealth",
            "mentalHealth",
            "drugsAlcohol",
            "finance",
            "family",
            "thinking",
            "abuse",
            "sexWork",
            "identityPapers",
            "motherhood",
            "legal",
            "culture",
            "communication");

    private final Facts facts;

    LynchPin(Facts facts) {
        this.facts = facts;
    }

    /** Those about women with that need. */
    <T> List<T> with(String need, List<T> all, Function<T, String> caseNumber) {
        Map<String, Object> needs =
                facts.values(all.stream().map(caseNumber).distinct().toList(), "lynchPinNeed");
        return all.stream()
                .filter(one -> need.equals(needs.get(caseNumber.apply(one))))
                .toList();
    }
}
