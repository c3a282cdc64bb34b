package org.throughcare.messages;

import java.util.List;

/**
 * What kind of thing a message tells of. The words for it stand in {@code messages/words.properties}; the names are kept
 * in the database.
 */
public enum News {
    /** A task was assigned to her by somebody else. */
    taskAssigned,
    /** A task of hers is due tomorrow, at her site. */
    taskDueTomorrow,
    /** A task of hers is overdue. */
    taskOverdue,
    /** An urgent flag was raised on a case that she owns. */
    urgentFlagRaised,
    /** The release date of a case that she owns moved. */
    releaseDateMoved,
    /** For supervisors and managers: a task that cannot wait, such as an escalation. */
    supervisorNeeded,
    /** For a trusted provider: a referral waits for an answer. */
    referralWaits,
    /** For a trusted provider: a referral that it has had is taken back. */
    referralTakenBack,
    /** For the community team: a handover waits for an answer. */
    handoverWaits,
    /** For the community team: a handover that it has had is taken back. */
    handoverTakenBack,
    /** For managers: the report of the month before can be read. */
    monthlyReport;

    /** Those of which a person can choose how she is told. */
    public static final List<News> CHOSEN =
            List.of(taskAssigned, taskDueTomorrow, taskOverdue, urgentFlagRaised, releaseDateMoved);

    /** Those that are about one task of hers. */
    boolean isAboutATask() {
        return this == taskAssigned || this == taskDueTomorrow || this == taskOverdue;
    }
}
