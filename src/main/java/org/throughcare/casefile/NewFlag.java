package org.throughcare.casefile;

import java.time.Instant;

/**
 * An urgent flag to raise.
 *
 * @param severity immediate, urgent or priority
 * @param role the role stem that responds
 * @param respondBy the deadline
 */
public record NewFlag(String caseNumber, String flag, String severity, String role, Instant respondBy, String reason) {}
