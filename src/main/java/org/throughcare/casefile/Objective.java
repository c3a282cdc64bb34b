package org.throughcare.casefile;

import java.time.LocalDate;

/**
 * One objective of her plan.
 *
 * @param pathway null when it belongs to none
 * @param side prison, community or both
 * @param status planned, inProgress, completed, outstanding or declined
 * @param targetDate null when none was agreed
 */
public record Objective(
        long id,
        String caseNumber,
        String description,
        String pathway,
        String side,
        String status,
        LocalDate targetDate) {}
