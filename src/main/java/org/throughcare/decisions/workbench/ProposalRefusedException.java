package org.throughcare.decisions.workbench;

import java.util.List;
import org.throughcare.decisions.workbench.TableChecks.Finding;

/** A table that cannot be proposed; the message says why and what to do. */
class ProposalRefusedException extends RuntimeException {

    private final transient List<Finding> findings;

    ProposalRefusedException(String message) {
        this(message, List.of());
    }

    ProposalRefusedException(String message, List<Finding> findings) {
        super(message);
        this.findings = findings;
    }

    /** What the checks found, when that is why. */
    List<Finding> findings() {
        return findings;
    }
}
