package org.throughcare.referrals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughcare.access.InformationKind;

/**
 * What a woman agrees, or does not agree, to have shared. Consent is asked for each kind by itself (domain rule 9); the
 * service that she is referred to says which kind its provider must know. She is asked more finely than the record is
 * divided: a recipient may read a kind of the record ({@link InformationKind}) only when she agreed to every part of it,
 * so that a yes never opens more than was asked.
 */
public enum ConsentKind {
    IDENTITY("identity", "Who she is and how to reach her", InformationKind.IDENTITY, InformationKind.CONTACT),
    RELEASE_PLAN("releasePlan", "Her release plan and release date", InformationKind.PLAN),
    HEALTH("health", "Her health", InformationKind.HEALTH),
    DRUGS_ALCOHOL("drugsAlcohol", "Drugs and alcohol", InformationKind.HEALTH),
    SAFETY("safety", "Violence and her safety", InformationKind.SAFETY),
    FAMILY("family", "Her children and family", InformationKind.PLAN),
    PRACTICAL("practical", "Housing, money, work and papers", InformationKind.PLAN);

    private static final Map<String, ConsentKind> BY_SERVICE = Map.ofEntries(
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
    private final Set<InformationKind> partOf;

    ConsentKind(String code, String label, InformationKind... partOf) {
        this.code = code;
        this.label = label;
        this.partOf = Set.of(partOf);
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
    public static ConsentKind forService(String service) {
        return BY_SERVICE.getOrDefault(service, PRACTICAL);
    }

    /** The kinds of the record that this is about. */
    public Set<InformationKind> informationKinds() {
        return partOf;
    }

    /** The kinds of the record that these answers open: those of which every part is agreed to. */
    static Set<InformationKind> opened(Set<ConsentKind> agreed) {
        Set<InformationKind> opened = EnumSet.noneOf(InformationKind.class);
        for (InformationKind kind : InformationKind.values()) {
            Set<ConsentKind> parts = Arrays.stream(values())
                    .filter(part -> part.partOf.contains(kind))
                    .collect(Collectors.toSet());
            if (!parts.isEmpty() && agreed.containsAll(parts)) {
                opened.add(kind);
            }
        }
        return opened;
    }

    /**
     * The kind with that code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ConsentKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no kind of information \"" + code + "\"; there are " + codes() + "."));
    }

    private static List<String> codes() {
        return Arrays.stream(values()).map(ConsentKind::code).toList();
    }
}
