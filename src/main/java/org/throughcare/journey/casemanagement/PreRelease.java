package org.throughcare.journey.casemanagement;

/** Names that the tables know for the time before release. */
final class PreRelease {

    /** The input {@code phase} of the table referrals while case management before release runs. */
    static final String PHASE = "preRelease";

    private PreRelease() {}
}
