package org.throughcare.access;

/** Who a task is meant for. */
public interface TaskDoor {

    /** Whether that person may see the form of that open task and work on it. */
    boolean isHers(String taskId, SignedIn person);

    /** Whether an open task of that kind, of that process instance, is hers to see and to work on. */
    boolean hasTask(String processInstance, String task, SignedIn person);

    /** Whether that person supervises the site that the open task belongs to. */
    boolean isSupervisedBy(String taskId, SignedIn person);

    /** Whether there was such a task and it is done. */
    boolean isFinished(String taskId);
}
