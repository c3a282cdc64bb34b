package org.throughcare.monitoring.measures;

/**
 * One of the numbers that a measure tells.
 *
 * @param key its name in answers and addresses; in SQL the same in snake case
 * @param title its heading
 * @param unit women, tasks, cases, days, share, sessions, contacts, number or date
 */
public record Value(String key, String title, String unit) {}
