package org.throughcare.journey.urgent;

import java.util.List;

/** The three severities of the table {@code urgentFlags}, compared by how little time they leave. */
final class Severity {

    private static final List<String> LEAST_FIRST = List.of("priority", "urgent", "immediate");

    private Severity() {}

    static boolean isAtLeast(String severity, String other) {
        return LEAST_FIRST.indexOf(severity) >= LEAST_FIRST.indexOf(other);
    }

    static boolean isKnown(String severity) {
        return severity != null && LEAST_FIRST.contains(severity);
    }
}
