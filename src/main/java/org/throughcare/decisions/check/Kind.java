package org.throughcare.decisions.check;

/** What a finding is about. */
public enum Kind {
    /** It is no decision table that can be read. */
    UNREADABLE,
    /** Something that no table may hold: another language, a loop, a call. */
    FORBIDDEN,
    /** A name or a promise that processes rely on is gone. */
    RENAMED,
    /** A text that is no FEEL. */
    SYNTAX,
    UNKNOWN_NAME,
    TYPE,
    /** A value that is not on its list. */
    VOCABULARY,
    ANNOTATION,
    HIT_POLICY,
    /** For some inputs no rule fires. */
    GAP,
    /** For some inputs more rules fire than may. */
    OVERLAP,
    /** A rule that an earlier one always wins over. */
    SHADOWED,
    NEVER_FIRES,
    /** Something that cannot be proved, and why. */
    UNPROVED
}
