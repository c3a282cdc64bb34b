package org.throughcare.caseload;

import java.time.Instant;
import java.util.Optional;

/** The running supervision processes, one for each active case manager. */
public interface SupervisionRuns {

    /** Whether her supervision runs. */
    boolean isRunning(String userId);

    /** When her next session is planned, or the one that is not recorded yet was; empty when none is. */
    Optional<Instant> nextOf(String userId);

    /** Begins her supervision. */
    void begin(StaffMember caseManager);

    /** Her supervision belongs to that site now; nothing happens when none runs. */
    void moveTo(String userId, String site);

    /** Ends her supervision, an open session with it; nothing happens when none runs. */
    void end(String userId);
}
