package org.throughcare.journey.assessment;

import static org.throughcare.journey.assessment.Pathway.*;

import java.util.Arrays;
import java.util.Set;

/** The five conversations of an assessment, each with the person who can help with what it is about. */
enum Conversation {
    HOME_AND_WORK(
            "UserTask_AssessHomeAndWork",
            "Home, work and money",
            "homeTalk",
            "nextHomeVisit",
            ACCOMMODATION,
            EMPLOYMENT,
            FINANCE,
            IDENTITY_PAPERS,
            LEGAL),
    HEALTH(
            "UserTask_AssessHealth",
            "Her health",
            "healthTalk",
            "nextHealthVisit",
            PHYSICAL_HEALTH,
            MENTAL_HEALTH,
            MOTHERHOOD),
    DRUGS_AND_ALCOHOL(
            "UserTask_AssessDrugsAndAlcohol", "Drugs and alcohol", "drugsTalk", "nextDrugsVisit", DRUGS_ALCOHOL),
    FAMILY_AND_SAFETY(
            "UserTask_AssessFamilyAndSafety",
            "Family and safety",
            "familyTalk",
            "nextFamilyVisit",
            FAMILY,
            ABUSE,
            SEX_WORK),
    HERSELF_AND_STRENGTHS(
            "UserTask_AssessHerselfAndStrengths",
            "Herself and her strengths",
            "herselfTalk",
            "nextHerselfVisit",
            THINKING,
            CULTURE,
            COMMUNICATION);

    private final String task;
    private final String label;
    private final String outcome;
    private final String nextVisit;
    private final Set<Pathway> pathways;

    Conversation(String task, String label, String outcome, String nextVisit, Pathway... pathways) {
        this.task = task;
        this.label = label;
        this.outcome = outcome;
        this.nextVisit = nextVisit;
        this.pathways = Set.of(pathways);
    }

    /** The user task's id. */
    String task() {
        return task;
    }

    /** What a person reads. */
    String label() {
        return label;
    }

    /** The code that says how far the conversation came: complete, anotherVisit or declined. */
    String outcome() {
        return outcome;
    }

    /** The code of the day that was agreed for the next visit. */
    String nextVisit() {
        return nextVisit;
    }

    static Conversation about(Pathway pathway) {
        return Arrays.stream(values())
                .filter(conversation -> conversation.pathways.contains(pathway))
                .findFirst()
                .orElseThrow();
    }
}
