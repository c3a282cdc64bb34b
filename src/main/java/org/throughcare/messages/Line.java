package org.throughcare.messages;

import java.util.Optional;

/**
 * One thing that a message tells.
 *
 * @param caseNumber the case that it is about, whether or not it is named, so that it goes when that is erased; empty
 *     when it is about none
 * @param reference what stands in the message: a case number, or the reference of a task or a referral
 * @param path where it is found after signing in, from the root of the application
 */
public record Line(News news, Optional<String> caseNumber, String reference, String path) {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    /** About a case, found on its page. */
    public static Line aboutCase(News news, String caseNumber) {
        return new Line(news, Optional.of(caseNumber), caseNumber, "/cases/" + caseNumber);
    }

    /**
     * About a task, found in Tasklist.
     *
     * @param caseNumber the case that it has to do with and that is not named
     */
    public static Line aboutTask(News news, Optional<String> caseNumber, String taskId) {
        return new Line(news, caseNumber, "task " + taskId, TASKLIST);
    }

    /**
     * About a referral, found in the provider's Tasklist.
     *
     * @param referralId the referral's id, which says nothing about her
     */
    public static Line aboutReferral(News news, String caseNumber, long referralId) {
        return new Line(news, Optional.of(caseNumber), "referral " + referralId, TASKLIST);
    }

    /** The case that it names to its reader. */
    Optional<String> namedCase() {
        return caseNumber.filter(reference::equals);
    }
}
