package org.throughcare.access;

/** Tells supervisors about reading that somebody has to look at. */
public interface AccessAlarms {

    /**
     * Somebody opened a case in an emergency.
     *
     * @param emergency id that stands in the case's journal beside the reason; {@link BrokenGlass} knows which case
     */
    void openedInEmergency(String site, String userId, long emergency);

    /**
     * Somebody read far more cases than her work needs.
     *
     * @param cases how many in the last hour
     */
    void readUnusuallyMany(String site, String userId, int cases);
}
