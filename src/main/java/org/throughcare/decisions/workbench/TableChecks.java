package org.throughcare.decisions.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughcare.decisions.TableTrials;
import org.throughcare.decisions.TableTrials.Trial;
import org.throughcare.decisions.TrialFailedException;
import org.throughcare.decisions.check.CheckReport;
import org.throughcare.decisions.check.TableCheck;
import org.throughcare.decisions.workbench.GoldenCases.Outcome;

/** Everything that is checked before a table may be proposed, approved or released. */
@Component
class TableChecks {

    private final TableTrials trials;

    TableChecks(TableTrials trials) {
        this.trials = trials;
    }

    /**
     * Something that an analyst should look at.
     *
     * @param severity error, warning or info; an error must be gone before the table is proposed
     * @param kind a lowerCamelCase code
     * @param message what is wrong, where, and what to do
     * @param row the rule's number; null when it is about no single rule
     * @param column the column's name; null when it is about none
     * @param ruleIds the rules that it is about
     * @param example inputs that show it; null when there are none
     */
    record Finding(
            String severity,
            String kind,
            String message,
            Integer row,
            String column,
            List<String> ruleIds,
            String cellId,
            Map<String, Object> example) {

        static Finding error(String kind, String message) {
            return new Finding("error", kind, message, null, null, List.of(), null, null);
        }

        boolean isError() {
            return severity.equals("error");
        }
    }

    /**
     * What came out.
     *
     * @param mayBeProposed no finding is an error and every golden case comes out as expected
     * @param proved gaps and overlaps were looked for over all breakpoints
     */
    record Checked(boolean mayBeProposed, boolean proved, List<Finding> findings, List<Outcome> goldenCases) {

        /** Whether nothing is wrong with the table itself, whatever its golden cases expect by now. */
        boolean isSound() {
            return findings.stream().noneMatch(Finding::isError);
        }

        /** In one line for people. */
        String summary() {
            long errors = findings.stream().filter(Finding::isError).count();
            long failed = goldenCases.stream().filter(outcome -> !outcome.ok()).count();
            long warnings = findings.stream()
                    .filter(finding -> finding.severity().equals("warning"))
                    .count();
            return errors + " errors, " + warnings + " warnings. " + (goldenCases.size() - failed) + " of "
                    + goldenCases.size() + " golden cases come out as expected. "
                    + (proved ? "Gaps and overlaps: proved over all breakpoints." : "Gaps and overlaps: not proved.");
        }
    }

    /**
     * Checks a text that shall replace a table.
     *
     * @param live the text that is live
     * @param goldenCases as CSV; empty for none
     */
    Checked check(String decision, String dmn, String live, String goldenCases) {
        CheckReport report = TableCheck.check(dmn, Optional.of(live));
        List<Finding> findings = new ArrayList<>();
        List<Outcome> outcomes = List.of();
        try {
            TableText table = TableText.of(dmn);
            report.findings().forEach(found -> findings.add(finding(found, table)));
            outcomes = outcomes(goldenCases, table, trials.of(decision, dmn), findings);
        } catch (UnreadableTableException | TrialFailedException e) {
            findings.clear();
            report.findings().forEach(found -> findings.add(finding(found, null)));
            if (findings.stream().noneMatch(Finding::isError)) {
                findings.add(Finding.error("unreadable", e.getMessage()));
            }
        }
        boolean fine = findings.stream().noneMatch(Finding::isError)
                && outcomes.stream().allMatch(Outcome::ok);
        return new Checked(fine, report.proved(), findings, outcomes);
    }

    private static Finding finding(org.throughcare.decisions.check.Finding found, TableText table) {
        return new Finding(
                found.severity().name().toLowerCase(Locale.ROOT),
                found.kind().name().toLowerCase(Locale.ROOT),
                found.message(),
                found.row() == 0 ? null : found.row(),
                found.column() == 0 || table == null ? null : table.column(found.column()),
                found.rules(),
                found.element(),
                found.example().isEmpty() ? null : found.example());
    }

    private static List<Outcome> outcomes(String csv, TableText table, Trial trial, List<Finding> findings) {
        if (csv.isEmpty()) {
            return List.of();
        }
        try {
            return GoldenCases.run(new GoldenCaseFile(table).read(csv), trial);
        } catch (WrongGoldenCaseException e) {
            findings.add(Finding.error(
                    "goldenCases",
                    "The golden cases do not fit this table any more: " + e.getMessage() + " Change them first."));
            return List.of();
        }
    }
}
