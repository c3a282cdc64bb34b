package org.throughcare.journey.casemanagement;

import java.util.Map;
import java.util.Set;

/** The preparations for release that the table preparations names; each is one task of the model. */
enum Preparation {
    identityPapers("statusIdentityPapers"),
    accommodation("statusAccommodation"),
    health(null),
    drugTreatment(null),
    family("statusFamily"),
    employment("statusEmployment"),
    finance("statusFinance"),
    safety(null);

    private static final Set<String> LEAVE_HER_ALONE = Set.of("met", "declined", "notRequired");

    private final String status;

    /** @param status the fact that says how far it is; null for what is offered again whatever she said before */
    Preparation(String status) {
        this.status = status;
    }

    /** The process variable that opens the task. */
    String code() {
        return "prepare" + Character.toUpperCase(name().charAt(0)) + name().substring(1);
    }

    /** Whether it is settled, or she said that she does not want it: then nobody asks her again. */
    boolean isSettled(Map<String, Object> facts) {
        boolean unsafe = this == accommodation && "no".equals(facts.get("safeAddress"));
        return status != null && !unsafe && LEAVE_HER_ALONE.contains(String.valueOf(facts.get(status)));
    }
}
