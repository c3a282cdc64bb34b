package org.throughcare.caseload;

import java.time.Instant;

/**
 * The next supervision session.
 *
 * @param at when it is planned
 * @param overdueAt when the manager is told that it was not recorded
 */
public record PlannedSession(Instant at, Instant overdueAt) {}
