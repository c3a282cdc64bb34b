package org.throughcare.journey.tasks;

import java.time.Instant;
import java.util.Set;

/**
 * A task of a case that nobody has finished yet.
 *
 * @param name in the words of the model
 * @param form the id of its form; null when it has none
 * @param service the service that a referral's task is about; null for other tasks
 * @param assignee who has taken it or was given it; null when it waits for anybody of the groups
 * @param groups the groups that may take it
 * @param dueAt null when it has no due date
 */
public record OpenTask(
        String id, String name, String form, String service, String assignee, Set<String> groups, Instant dueAt) {}
