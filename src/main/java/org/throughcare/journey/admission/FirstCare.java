package org.throughcare.journey.admission;

import java.util.Arrays;
import java.util.Set;

/** Care that must begin in the first days, and the findings that call for it (review 003; seed 002). */
enum FirstCare {
    MIDWIFE("midwifeNeeded", "pregnant"),
    WITHDRAWAL("withdrawalCareNeeded", "withdrawalRisk"),
    TRANSITION("transitionNeeded", "fromYouthEstate"),
    CHILDREN("childrenPlanNeeded", "childWithoutCarer", "childrenInCare");

    private final String code;
    private final Set<String> findings;

    FirstCare(String code, String... findings) {
        this.code = code;
        this.findings = Set.copyOf(Arrays.asList(findings));
    }

    /** The process variable that the model's gateway reads. */
    String code() {
        return code;
    }

    /** The facts of which one "yes" is enough. */
    Set<String> findings() {
        return findings;
    }
}
