package org.throughcare.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.access.TaskDoor;
import org.throughcare.sites.Sites;

/** Who a task is meant for, as the engine has it. */
@Component
class EngineTaskDoor implements TaskDoor {

    private final ObjectProvider<ProcessEngine> engine;
    private final AsApplication asApplication;
    private final Sites sites;

    EngineTaskDoor(ObjectProvider<ProcessEngine> engine, AsApplication asApplication, Sites sites) {
        this.engine = engine;
        this.asApplication = asApplication;
        this.sites = sites;
    }

    @Override
    public Optional<TaskPeople> peopleOf(String taskId) {
        return asApplication.call(() -> Optional.ofNullable(engine.getObject()
                        .getTaskService()
                        .createTaskQuery()
                        .taskId(taskId)
                        .singleResult())
                .map(this::people));
    }

    private TaskPeople people(Task task) {
        List<IdentityLink> links = engine.getObject().getTaskService().getIdentityLinksForTask(task.getId());
        Set<String> users = new LinkedHashSet<>();
        Set<String> groups = new LinkedHashSet<>();
        for (IdentityLink link : links) {
            Optional.ofNullable(link.getUserId()).ifPresent(users::add);
            Optional.ofNullable(link.getGroupId()).ifPresent(groups::add);
        }
        Object site = engine.getObject().getTaskService().getVariable(task.getId(), "site");
        return new TaskPeople(
                users, groups, Optional.ofNullable(site).map(Object::toString).filter(id -> sites.find(id)
                        .isPresent()));
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
