package org.throughcare.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/**
 * What came of one scenario.
 *
 * @param number as in the list of scenarios
 * @param scenario what broke
 * @param how in which way, and how often
 * @param acknowledged steps that the clients wrote down
 * @param recovery from the end of the fault until steps were acknowledged again and nothing was left to do
 * @param note what else is worth knowing
 */
record Verdict(
        int number,
        String scenario,
        String how,
        String size,
        long seed,
        long acknowledged,
        long unanswered,
        int lost,
        int doubled,
        int orphaned,
        int stuck,
        String recovery,
        String note) {

    static Verdict of(
            int number,
            String scenario,
            String how,
            long acknowledged,
            long unanswered,
            Audit.Findings findings,
            Duration recovery,
            String note) {
        return new Verdict(
                number,
                scenario,
                how,
                Size.name(),
                Size.SEED,
                acknowledged,
                unanswered,
                findings.lost().size(),
                findings.doubled().size(),
                findings.orphaned().size(),
                findings.stuck().size(),
                recovery == null ? "" : "%.1f s".formatted(recovery.toMillis() / 1000.0),
                note);
    }

    /** Keeps it for the report, and fails when something was lost, doubled, orphaned or stuck. */
    static void keep(Verdict verdict, Audit.Findings findings) {
        Report.keep(verdict);
        assertThat(findings.lost()).as("lost in: " + verdict.scenario()).isEmpty();
        assertThat(findings.doubled()).as("doubled in: " + verdict.scenario()).isEmpty();
        assertThat(findings.orphaned()).as("orphaned in: " + verdict.scenario()).isEmpty();
        assertThat(findings.stuck()).as("stuck in: " + verdict.scenario()).isEmpty();
    }
}
