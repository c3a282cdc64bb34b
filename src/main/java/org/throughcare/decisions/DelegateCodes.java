package org.throughcare.decisions;

/** Where a consumer may leave codes for the process that asked. */
@FunctionalInterface
public interface DelegateCodes {

    /** Keeps a code, an id, a date or a list of codes as a process variable; never a fact about her. */
    void set(String name, Object code);
}
