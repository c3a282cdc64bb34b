package org.throughcare.casefile;

import java.time.LocalDate;

/**
 * One need of a woman.
 *
 * @param pathway lowerCamelCase, such as {@code mentalHealth}
 * @param level none, low, medium, high; null when it was not assessed
 * @param status notAssessed, notStarted, inProgress, met, declined or notRequired
 * @param side who is responsible: prison, community or both; null when nobody is
 * @param targetDate null when none was agreed
 */
public record Need(String pathway, String level, String status, String side, LocalDate targetDate) {}
