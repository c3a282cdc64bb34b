package org.throughcare.journey.programmes;

/**
 * How an activity is delivered, as the table {@code programmeDelivery} says.
 *
 * @param way underWay, oneToOne, group, weeklyGroup or familyVisits
 * @param kind preWork, strengths or programme
 * @param role who delivers it
 * @param reportEvery ISO 8601 period after which its progress is noted
 * @param weeks how many weeks a group counted by the week runs; 0 for all others
 */
record Delivery(String way, String kind, String role, String reportEvery, int weeks) {

    static final String UNDER_WAY = "underWay";
    static final String FAMILY_VISITS = "familyVisits";
    private static final String PROGRAMME = "programme";

    /** A crisis pauses groups; work one to one goes on. */
    boolean isGroup() {
        return way.equals("group") || way.equals("weeklyGroup");
    }

    /** A programme that may open what only individual work can hold (study 001, Tina). */
    boolean isGroupProgramme() {
        return isGroup() && PROGRAMME.equals(kind);
    }
}
