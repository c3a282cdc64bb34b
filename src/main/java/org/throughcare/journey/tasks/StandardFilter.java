package org.throughcare.journey.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;

/** The ready-made filters, in the order in which Tasklist lists them. Everyone sees in them the tasks she may see. */
enum StandardFilter {
    TEAM_TASKS("My team's tasks", "Tasks of your groups, taken or not.", "#5b3a8c") {
        @Override
        TaskQuery narrow(TaskQuery tasks, LocalDate today) {
            return ofHerGroups(tasks);
        }
    },
    MY_TASKS("My tasks", "Tasks that are assigned to you.", "#3b6ea5") {
        @Override
        TaskQuery narrow(TaskQuery tasks, LocalDate today) {
            return tasks.taskAssigneeExpression("${currentUser()}");
        }
    },
    URGENT("Urgent", "Tasks of your groups with a high or immediate priority.", "#a4002c") {
        @Override
        TaskQuery narrow(TaskQuery tasks, LocalDate today) {
            return ofHerGroups(tasks).taskMinPriority(URGENT_PRIORITY);
        }
    },
    OVERDUE("Overdue", "Tasks of your groups whose due date has passed.", "#b35a00") {
        @Override
        TaskQuery narrow(TaskQuery tasks, LocalDate today) {
            return ofHerGroups(tasks).dueBeforeExpression("${now()}");
        }
    },
    DUE_THIS_WEEK("Due this week", "Tasks of your groups that fall due until Sunday.", "#8a7300") {
        @Override
        TaskQuery narrow(TaskQuery tasks, LocalDate today) {
            return ofHerGroups(tasks).dueAfterExpression("${now()}").dueBeforeExpression("${taskDates.endOfWeek()}");
        }
    },
    RELEASE_SOON("Release within 12 weeks", "Tasks for women who leave custody in the next 12 weeks.", "#1f7a4d") {
        @Override
        TaskQuery narrow(TaskQuery tasks, LocalDate today) {
            return ofHerGroups(tasks)
                    .processVariableValueGreaterThanOrEquals("releaseDate", today.toString())
                    .processVariableValueLessThanOrEquals(
                            "releaseDate", today.plusWeeks(12).toString());
        }
    };

    /** Service levels give 70 to urgent work and 90 to immediate work. */
    private static final int URGENT_PRIORITY = 70;

    private final String label;
    private final String description;
    private final String colour;

    StandardFilter(String label, String description, String colour) {
        this.label = label;
        this.description = description;
        this.colour = colour;
    }

    abstract TaskQuery narrow(TaskQuery tasks, LocalDate today);

    String label() {
        return label;
    }

    /**
     * The tasks of this filter, those due first on top, and among those due together the most urgent.
     *
     * @param today for conditions on dates that the engine keeps as text and cannot compute with
     */
    TaskQuery query(TaskService tasks, LocalDate today) {
        return narrow(tasks.createTaskQuery(), today)
                .orderByDueDate()
                .asc()
                .orderByTaskPriority()
                .desc();
    }

    /** How Tasklist shows it. */
    Map<String, Object> properties(LocalDate today) {
        return Map.of(
                TaskFilters.STANDARD,
                name(),
                TaskFilters.DAY,
                today.toString(),
                "description",
                description,
                "color",
                colour,
                "priority",
                ordinal(),
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of());
    }

    private static TaskQuery ofHerGroups(TaskQuery tasks) {
        return tasks.taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks();
    }
}
