package org.throughcare.referrals;

import java.util.Map;
import java.util.Set;

/** Whether somebody hurt or threatens her, as far as she told: then services for women come first, and papers say less. */
public final class KnownViolence {

    private KnownViolence() {}

    /** Whether these facts of her case tell of it. */
    public static boolean in(Map<String, Object> known) {
        return Set.of("suspected", "known").contains(String.valueOf(known.get("familyThreat")))
                || "yes".equals(known.get("sexualViolence"))
                || "yes".equals(known.get("forcedMarriageRisk"))
                || Set.of("medium", "high").contains(String.valueOf(known.get("needAbuse")));
    }
}
