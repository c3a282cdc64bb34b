package org.throughcare.monitoring.measures;

import java.util.List;

/** The lynch-pin need (domain rule 4), by which outcomes are cut. */
final class LynchPin {

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

    private LynchPin() {}
}
