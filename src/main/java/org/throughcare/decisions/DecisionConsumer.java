package org.throughcare.decisions;

/** Acts on the rows of a table that may give several, such as urgent flags or referrals. */
public interface DecisionConsumer {

    /** The table's id. */
    String decision();

    /** Applies what was decided, in the transaction of the step that asked. */
    void apply(String caseNumber, Decided decided, DelegateCodes codes);
}
