package org.throughcare.access;

/** Who is acting now. */
public interface CurrentStaff {

    /** The name under which the application itself acts, for timers, imports and rules. */
    String APPLICATION = "throughcare";

    /** The signed-in user's id, or {@link #APPLICATION}. */
    String userId();
}
