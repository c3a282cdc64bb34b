package org.throughcare.referrals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a woman agrees, or does not agree, to have shared. Consent is asked for each kind by itself (domain rule 9); the
 * service that she is referred to says which kind its provider must know.
 */
public enum InformationKind {
    IDENTITY("identity", "Who she is and how to reach her"),
    RELEASE_PLAN("releasePlan", "Her release plan and release date"),
    HEALTH("health", "Her health"),
    DRUGS_ALCOHOL("drugsAlcohol", "Drugs and alcohol"),
    SAFETY("safety", "Violence and her safety"),
    FAMILY("family", "Her children and family"),
    PRACTICAL("practical", "Housing, money, work and papers");

    private static final Map<String, InformationKind> BY_SERVICE = Map.ofEntries(
            Map.entry("womensRefuge", SAFETY),
            Map.entry("domesticAbuseService", SAFETY),
            Map.entry("sexWorkOutreach", SAFETY),
            Map.entry("drugTreatment", DRUGS_ALCOHOL),
            Map.entry("naloxone", DRUGS_ALCOHOL),
            Map.entry("mentalHealthTeam", HEALTH),
            Map.entry("talkingTherapies", HEALTH),
            Map.entry("gp", HEALTH),
            Map.entry("sexualHealth", HEALTH),
            Map.entry("midwifery", HEALTH),
            Map.entry("perinatalSupport", FAMILY),
            Map.entry("familyService", FAMILY),
            Map.entry("supervisedContact", FAMILY),
            Map.entry("visitSupport", FAMILY));

    private final String code;
    private final String label;

    InformationKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As it stands in forms and in the record. */
    public String code() {
        return code;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** What the provider of that service must know; a service that is not known here needs practical matters only. */
    public static InformationKind forService(String service) {
        return BY_SERVICE.getOrDefault(service, PRACTICAL);
    }

    /**
     * The kind with that code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static InformationKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no kind of information \"" + code + "\"; there are " + codes() + "."));
    }

    private static List<String> codes() {
        return Arrays.stream(values()).map(InformationKind::code).toList();
    }
}
