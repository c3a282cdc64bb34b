package org.throughcare.journey.casemanagement;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughcare.caseload.CaseManagerChanged;
import org.throughcare.engine.AsApplication;
import org.throughcare.journey.CaseMessages;

/** A case that changes hands takes its open work along: codes of all its processes, and the case manager's tasks. */
@Component
class CaseManagerTasks {

    private final CaseMessages messages;
    private final ObjectProvider<TaskService> tasks;
    private final AsApplication asApplication;

    CaseManagerTasks(CaseMessages messages, ObjectProvider<TaskService> tasks, AsApplication asApplication) {
        this.messages = messages;
        this.tasks = tasks;
        this.asApplication = asApplication;
    }

    @EventListener
    public void on(CaseManagerChanged changed) {
        messages.setCodes(changed.caseNumber(), Map.of("caseManager", changed.to()));
        asApplication.run(() -> openTasks(changed).stream()
                .filter(task -> task.getAssignee() == null
                        || changed.from().filter(task.getAssignee()::equals).isPresent())
                .forEach(task -> tasks.getObject().setAssignee(task.getId(), changed.to())));
    }

    private List<Task> openTasks(CaseManagerChanged changed) {
        return tasks.getObject()
                .createTaskQuery()
                .processInstanceBusinessKey(changed.caseNumber())
                .taskCandidateGroup("caseManager." + changed.site())
                .includeAssignedTasks()
                .list();
    }
}
