package org.throughcare.journey;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;
import org.throughcare.access.BrokenGlass;
import org.throughcare.messages.Alerts;
import org.throughcare.messages.Notices;

/** Tells people of tasks: who got one, and which supervisors and managers have to look at one at once. */
@Component
class TaskNews {

    private final Notices notices;
    private final Alerts alerts;
    private final BrokenGlass glass;

    TaskNews(Notices notices, Alerts alerts, BrokenGlass glass) {
        this.notices = notices;
        this.alerts = alerts;
        this.glass = glass;
    }

    /** Runs after the task has its group and its priority. */
    void created(DelegateTask task) {
        task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null && alerts.concern(group, task.getPriority()))
                .forEach(group -> alerts.taskCreated(group, task.getId(), caseNumber(task), caseRead(task)));
    }

    void assigned(DelegateTask task) {
        if (task.getAssignee() != null) {
            notices.taskAssigned(task.getAssignee(), caseNumber(task), task.getId());
        }
    }

    private static Optional<String> caseNumber(DelegateTask task) {
        return Optional.ofNullable((String) task.getVariable("caseNumber"));
    }

    /** The case that was opened in the emergency that the task is about. */
    private Optional<String> caseRead(DelegateTask task) {
        return Optional.ofNullable((Number) task.getVariable("emergencyId"))
                .flatMap(emergency -> glass.caseOf(emergency.longValue()));
    }
}
