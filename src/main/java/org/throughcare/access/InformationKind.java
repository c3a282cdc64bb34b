package org.throughcare.access;

/**
 * What a piece of information about a woman is about. Rights to read are given by kind ({@code access/rights.csv}), and
 * every fact has its kinds ({@code access/kinds.csv}). What she is asked to consent to is finer; {@code ConsentKind} in
 * the package {@code referrals} says which answers together open a kind for a recipient.
 */
public enum InformationKind {
    /** Who she is, where she is held and how to speak with her. */
    IDENTITY,
    /** Where she lives and stays, how to reach her, who meets her and her people. */
    CONTACT,
    /** Body, mind, drugs and alcohol, pregnancy. */
    HEALTH,
    /** Abuse, violence, threats, self-harm, her children's safety. */
    SAFETY,
    /** What led to prison, and her own account of it. */
    OFFENCE,
    /** Needs, objectives, programmes, referrals and practical matters. */
    PLAN
}
