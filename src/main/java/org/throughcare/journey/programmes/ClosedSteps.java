package org.throughcare.journey.programmes;

import org.throughcare.casefile.ProgrammeStep;

/** How a step is kept that is closed with her before its end. */
final class ClosedSteps {

    private ClosedSteps() {}

    /** She left what had begun, and declined what had not. */
    static String statusOf(ProgrammeStep step) {
        return step.startedAt() == null ? "declined" : "leftEarly";
    }
}
