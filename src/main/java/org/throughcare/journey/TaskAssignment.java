package org.throughcare.journey;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.throughcare.access.StaffGroups;
import org.throughcare.decisions.Decisions;
import org.throughcare.engine.TaskRights;
import org.throughcare.time.WorkingCalendar;

/**
 * Gives each new task its group, due date and priority from the table {@code serviceLevels}. A process may name a role,
 * a person or a time span of its own where the case decides: {@code responsibleRole}, {@code responsiblePerson},
 * {@code respondWithin}.
 */
@Component
class TaskAssignment implements TaskListener {

    private final Decisions decisions;
    private final WorkingCalendar calendar;
    private final Clock clock;

    TaskAssignment(Decisions decisions, WorkingCalendar calendar, Clock clock) {
        this.decisions = decisions;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Object> level = decisions
                .ask("serviceLevels", Map.of("task", task.getTaskDefinitionKey()))
                .only();
        String role = text(task, "responsibleRole", (String) level.get("role"));
        task.addCandidateGroup(group(task, role));
        if (StaffGroups.PROVIDER.equals(role) && task.getVariable("site") != null) {
            task.addGroupIdentityLink(
                    StaffGroups.of(StaffGroups.SUPERVISOR, (String) task.getVariable("site")), TaskRights.SUPERVISED);
        }
        assign(task, role);
        task.setPriority(priority(task, ((Number) level.get("priority")).intValue()));
        task.setDueDate(Date.from(due(task, text(task, "respondWithin", (String) level.get("dueWithin")))));
    }

    private static String group(DelegateTask task, String role) {
        return switch (role) {
            case "manager", "analyst" -> role;
            case "provider" -> "provider." + task.getVariable("providerId");
            default -> role + "." + task.getVariable("site");
        };
    }

    private static void assign(DelegateTask task, String role) {
        String person = text(task, "responsiblePerson", null);
        if (person == null && "caseManager".equals(role)) {
            person = text(task, "caseManager", null);
        }
        if (person != null) {
            task.setAssignee(person);
        }
    }

    private static int priority(DelegateTask task, int ordinary) {
        Object severity = task.getVariable("severity");
        if ("immediate".equals(severity)) {
            return Math.max(ordinary, 90);
        }
        return "urgent".equals(severity) ? Math.max(ordinary, 70) : ordinary;
    }

    private Instant due(DelegateTask task, String within) {
        Object site = task.getVariable("site");
        String zoneOf = site == null ? calendar.anySite() : site.toString();
        return calendar.dueAfter(zoneOf, within, clock.instant());
    }

    private static String text(DelegateTask task, String variable, String otherwise) {
        Object value = task.getVariable(variable);
        return value == null || value.toString().isEmpty() ? otherwise : value.toString();
    }
}
