package org.throughcare.casefile;

import java.time.Instant;

/**
 * An urgent flag on a case.
 *
 * @param severity immediate, urgent or priority
 * @param role the role stem that responds
 * @param respondBy the deadline
 * @param status open, escalated, carePlan or closed
 * @param outcome null until it is closed
 */
public record Flag(
        long id,
        String caseNumber,
        String flag,
        String severity,
        String role,
        Instant respondBy,
        String reason,
        String status,
        String outcome,
        String raisedBy,
        Instant raisedAt) {}
