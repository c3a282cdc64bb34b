package org.throughcare.journey.assessment;

import java.util.Arrays;
import java.util.Optional;

/** The pathways over which needs are assessed (domain rule 4; nine pathways and what women's prisons add to them). */
enum Pathway {
    ACCOMMODATION("accommodation", "Accommodation"),
    EMPLOYMENT("employment", "Education, training and employment"),
    PHYSICAL_HEALTH("physicalHealth", "Physical health"),
    MENTAL_HEALTH("mentalHealth", "Mental health"),
    DRUGS_ALCOHOL("drugsAlcohol", "Drugs and alcohol"),
    FINANCE("finance", "Finance, benefit and debt"),
    FAMILY("family", "Children and families"),
    THINKING("thinking", "Attitudes, thinking and behaviour"),
    ABUSE("abuse", "Abuse and violence"),
    SEX_WORK("sexWork", "Sex work"),
    IDENTITY_PAPERS("identityPapers", "Identity papers"),
    MOTHERHOOD("motherhood", "Pregnancy and motherhood"),
    LEGAL("legal", "Legal matters"),
    CULTURE("culture", "Culture and faith"),
    COMMUNICATION("communication", "Language and neurodiversity");

    private final String code;
    private final String label;

    Pathway(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The code of facts and decisions, such as {@code mentalHealth}. */
    String code() {
        return code;
    }

    /** What a person reads. */
    String label() {
        return label;
    }

    /** The key of a fact of this pathway: {@code needMentalHealth} for {@code need}. */
    String key(String fact) {
        return fact + Character.toUpperCase(code.charAt(0)) + code.substring(1);
    }

    static Optional<Pathway> of(Object code) {
        return Arrays.stream(values())
                .filter(pathway -> pathway.code.equals(code))
                .findFirst();
    }
}
