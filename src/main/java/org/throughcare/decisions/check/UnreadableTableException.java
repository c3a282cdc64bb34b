package org.throughcare.decisions.check;

import java.util.List;

/** The text holds no single decision table that could be looked at further. */
class UnreadableTableException extends RuntimeException {

    private final transient List<Finding> findings;

    UnreadableTableException(List<Finding> findings) {
        super(findings.get(0).message());
        this.findings = findings;
    }

    UnreadableTableException(Kind kind, String element, String message) {
        this(List.of(Finding.ofTable(Severity.ERROR, kind, element, message)));
    }

    List<Finding> findings() {
        return findings;
    }
}
