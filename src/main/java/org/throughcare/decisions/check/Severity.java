package org.throughcare.decisions.check;

/** Whether a finding keeps a table from being approved. */
public enum Severity {
    ERROR,
    WARNING
}
