package org.throughcare.casefile;

/**
 * A programme step to plan.
 *
 * @param step its place in the order, from 1
 * @param activity a lowerCamelCase code of the table {@code programmeSequence}
 * @param kind preWork, strengths or programme
 * @param gate the activity that must be completed first; null when there is none
 */
public record NewStep(int step, String activity, String kind, String gate, String reason) {}
