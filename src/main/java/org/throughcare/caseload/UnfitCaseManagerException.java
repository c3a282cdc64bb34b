package org.throughcare.caseload;

/** Somebody was chosen who cannot be the case manager of a woman at that site. */
public class UnfitCaseManagerException extends RuntimeException {

    UnfitCaseManagerException(String userId, String site) {
        super(userId
                + " cannot be her case manager. It must be a woman who works as an active case manager at the site "
                + site + "; choose one of those.");
    }
}
