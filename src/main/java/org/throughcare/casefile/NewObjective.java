package org.throughcare.casefile;

import java.time.LocalDate;

/**
 * An objective to add to her plan.
 *
 * @param pathway null when it belongs to none
 * @param side prison, community or both
 * @param targetDate null when none was agreed
 */
public record NewObjective(String description, String pathway, String side, LocalDate targetDate) {}
