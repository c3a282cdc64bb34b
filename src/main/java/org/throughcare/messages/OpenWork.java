package org.throughcare.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tasks that people have before them. */
public interface OpenWork {

    /**
     * An open task.
     *
     * @param caseNumber empty when it belongs to no case
     * @param dueAt when it is due, if it ever is
     */
    record Item(String taskId, Optional<String> caseNumber, Optional<Instant> dueAt) {}

    /** The open tasks that are assigned to that user, the next due first. */
    List<Item> assignedTo(String userId);
}
