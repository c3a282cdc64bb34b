package org.throughcare.journey.tasks;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.engine.AsApplication;

/** What is open for a case, for pages; whoever shows it asks who may know what. */
@Component
public class OpenTasks {

    private static final Comparator<OpenTask> NEXT_FIRST =
            Comparator.comparing(OpenTask::dueAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<RuntimeService> runtime;
    private final AsApplication asApplication;

    OpenTasks(ObjectProvider<TaskService> tasks, ObjectProvider<RuntimeService> runtime, AsApplication asApplication) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.asApplication = asApplication;
    }

    /** All open tasks of that case, the next due first. */
    public List<OpenTask> of(String caseNumber) {
        return asApplication.call(() -> {
            List<Task> open = tasks.getObject()
                    .createTaskQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .active()
                    .initializeFormKeys()
                    .list();
            Map<String, String> services = services(open);
            return open.stream()
                    .map(task -> read(task, services.get(task.getProcessInstanceId())))
                    .sorted(NEXT_FIRST)
                    .toList();
        });
    }

    /** The services that the processes of these tasks are about, by process instance. */
    private Map<String, String> services(List<Task> open) {
        return open.isEmpty()
                ? Map.of()
                : runtime
                        .getObject()
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(open.stream()
                                .map(Task::getProcessInstanceId)
                                .distinct()
                                .toArray(String[]::new))
                        .variableName("service")
                        .list()
                        .stream()
                        .collect(Collectors.toMap(
                                VariableInstance::getProcessInstanceId,
                                variable -> String.valueOf(variable.getValue()),
                                (one, other) -> one));
    }

    private OpenTask read(Task task, String service) {
        Set<String> groups = tasks.getObject().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .collect(Collectors.toSet());
        return new OpenTask(
                task.getId(),
                task.getName(),
                task.getCamundaFormRef() == null
                        ? null
                        : task.getCamundaFormRef().getKey(),
                service,
                task.getAssignee(),
                groups,
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null));
    }
}
