package org.throughcare.decisions.check;

import java.util.List;

/**
 * What one check found.
 *
 * @param findings errors first, then in the order of the table
 * @param proved whether gaps, overlaps and rules that cannot fire were looked for over everything that makes a difference
 *     to this table; if not, a finding says why
 */
public record CheckReport(List<Finding> findings, boolean proved) {

    public CheckReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing keeps the table from being approved. */
    public boolean passed() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
