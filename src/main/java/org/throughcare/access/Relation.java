package org.throughcare.access;

/** What a reader has to do with a case. */
public enum Relation {
    /** She owns the case, or a task of it is open for her or for her role. */
    ASSIGNED,
    /** She gave a reason and reads for a short time; her supervisor knows. */
    BREAK_GLASS,
    /** She works at the site where the woman is. */
    TEAM,
    /** A trusted provider with a referral and the woman's consent. */
    PROVIDER,
    /** Nothing: for her, the case does not exist. */
    NONE
}
