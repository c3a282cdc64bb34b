package org.throughcare.access;

import java.util.Optional;
import java.util.Set;

/** Who a task is meant for. */
public interface TaskDoor {

    /** The people of an open task, or nothing when no such task is open. */
    Optional<TaskPeople> peopleOf(String taskId);

    /** Whether a task with that id was open once and is finished now. */
    boolean isFinished(String taskId);

    /**
     * The people of one task.
     *
     * @param users its assignee and candidates
     * @param groups its candidate groups
     * @param site the site of the case, empty for a task of the estate
     */
    record TaskPeople(Set<String> users, Set<String> groups, Optional<String> site) {

        /** Whether that person may see its form and work on it: she is named, belongs to a group, or supervises the site. */
        public boolean include(SignedIn person) {
            return users.contains(person.userId()) || groups.stream().anyMatch(person::in) || isSupervisedBy(person);
        }

        /** Whether that person supervises the site that the task belongs to. */
        public boolean isSupervisedBy(SignedIn person) {
            return site.filter(own -> person.has(StaffGroups.SUPERVISOR, own)).isPresent();
        }
    }
}
