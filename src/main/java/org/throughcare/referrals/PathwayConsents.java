package org.throughcare.referrals;

import java.util.Map;
import java.util.Set;

/**
 * What she must have agreed to before anything of a pathway (domain rule 4) is told together with her release plan. A plan
 * may be shared without telling of illness, drugs, violence or family (domain rule 9).
 */
public final class PathwayConsents {

    private static final Map<String, Set<ConsentKind>> NEEDED = Map.of(
            "physicalHealth", Set.of(ConsentKind.HEALTH),
            "mentalHealth", Set.of(ConsentKind.HEALTH),
            "motherhood", Set.of(ConsentKind.HEALTH, ConsentKind.FAMILY),
            "drugsAlcohol", Set.of(ConsentKind.DRUGS_ALCOHOL),
            "abuse", Set.of(ConsentKind.SAFETY),
            "sexWork", Set.of(ConsentKind.SAFETY),
            "family", Set.of(ConsentKind.FAMILY));

    /** Tell of what led to prison; there is no consent by which that goes to anybody outside. */
    private static final Set<String> OF_OFFENCE = Set.of("thinking", "legal");

    private PathwayConsents() {}

    /**
     * What is needed beside the consent to her release plan.
     *
     * @param pathway null for what belongs to none
     */
    public static Set<ConsentKind> neededFor(String pathway) {
        return pathway == null ? Set.of() : NEEDED.getOrDefault(pathway, Set.of());
    }

    /** Whether the pathway tells of what led to prison. */
    public static boolean tellsOfOffence(String pathway) {
        return pathway != null && OF_OFFENCE.contains(pathway);
    }
}
