package org.throughcare.operations;

import java.util.List;
import org.throughcare.access.SignedIn;

/** One kind of thing that is done to many. */
interface Operation {

    /** Its name in addresses. */
    String kind();

    /**
     * To what it would be done, without cases that do not exist for that person.
     *
     * @throws org.springframework.web.ErrorResponseException 403 when it is not hers to do; 400 when the request makes no
     *     sense
     */
    List<Item> plan(SignedIn person, OperationRequest request);

    /**
     * Does it to one, in the transaction of the caller, and writes the journal.
     *
     * @param person who asked, with the groups that she has now
     * @return what happened, in words without anything about a woman
     * @throws RefusedItemException when it cannot be done to this one; nothing of it may stay then
     */
    String perform(SignedIn person, Item item, String reason);

    /**
     * One of many.
     *
     * @param item a case number, the id of an instance or of a job
     * @param caseNumber null when it is about no case
     * @param target where to; null when there is no place
     */
    record Item(String item, String caseNumber, String target) {}
}
