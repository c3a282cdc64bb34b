package org.throughcare.decisions.workbench;

import java.time.Instant;

/**
 * A change of a table that another person must agree to.
 *
 * @param kind a change, the return to an earlier version, or the table of a new release of the product
 * @param emergency a return to an earlier version that is live at once and reviewed afterwards
 * @param baseVersion the version that was live when it was proposed
 * @param goldenCases as CSV; null when they stay those of the table
 * @param impactRun the comparison over real decisions; null when none was made
 * @param effectiveAt when it shall become live; null for at once
 * @param answer what the other person wrote; null until she answered
 * @param releasedVersion the version that it became; null until then
 */
record Proposal(
        long id,
        String decision,
        Kind kind,
        boolean emergency,
        int baseVersion,
        String dmn,
        String goldenCases,
        String reason,
        String author,
        Instant proposedAt,
        Instant effectiveAt,
        State state,
        String impactRun,
        String decidedBy,
        Instant decidedAt,
        String answer,
        Integer releasedVersion) {

    /** Whether it was live at once, and the person who reviewed it had the version before made live again. */
    boolean isUndone() {
        return emergency && state == State.sentBack && releasedVersion != null;
    }

    /** Where its text comes from. */
    enum Kind {
        change,
        back,
        packaged
    }

    /** How far it is. */
    enum State {
        proposed,
        approved,
        released,
        sentBack,
        withdrawn,
        refused;

        boolean isOpen() {
            return this == proposed || this == approved;
        }
    }
}
