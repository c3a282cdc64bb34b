package org.throughcare.casefile;

import java.time.Instant;

/**
 * One step of her programme sequence.
 *
 * @param kind preWork, strengths or programme
 * @param gate the activity that must be completed first; null when there is none
 * @param status planned, waiting, running, paused, completed, leftEarly, declined or outstanding
 * @param statusReason why; null when nothing was said
 */
public record ProgrammeStep(
        long id,
        String caseNumber,
        int step,
        String activity,
        String kind,
        String gate,
        String reason,
        String status,
        String statusReason,
        Instant startedAt,
        Instant endedAt) {

    /** Whether nothing more will happen in this step. */
    public boolean isEnded() {
        return endedAt != null;
    }
}
