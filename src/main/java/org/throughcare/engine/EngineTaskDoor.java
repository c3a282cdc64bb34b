package org.throughcare.engine;

import java.util.function.BiPredicate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.access.SignedIn;
import org.throughcare.access.TaskDoor;

/** Who a task is meant for, as the engine has it. */
@Component
class EngineTaskDoor implements TaskDoor {

    private final ObjectProvider<ProcessEngine> engine;
    private final AsApplication asApplication;
    private final TaskRights rights;

    EngineTaskDoor(ObjectProvider<ProcessEngine> engine, AsApplication asApplication, TaskRights rights) {
        this.engine = engine;
        this.asApplication = asApplication;
        this.rights = rights;
    }

    @Override
    public boolean isHers(String taskId, SignedIn person) {
        return holds(taskId, person, rights::isHers);
    }

    @Override
    public boolean hasTask(String processInstance, String task, SignedIn person) {
        return asApplication.call(() ->
                Context.getCommandContext().getTaskManager().findTasksByProcessInstanceId(processInstance).stream()
                        .anyMatch(open -> task.equals(open.getTaskDefinitionKey()) && rights.isHers(open, person)));
    }

    @Override
    public boolean isSupervisedBy(String taskId, SignedIn person) {
        return holds(taskId, person, rights::isSupervisedBy);
    }

    private boolean holds(String taskId, SignedIn person, BiPredicate<TaskEntity, SignedIn> rule) {
        return asApplication.call(() -> {
            TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
            return task != null && rule.test(task, person);
        });
    }

    @Override
    public boolean isFinished(String taskId) {
        return asApplication.call(() -> engine.getObject()
                        .getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .taskId(taskId)
                        .finished()
                        .count()
                > 0);
    }
}
