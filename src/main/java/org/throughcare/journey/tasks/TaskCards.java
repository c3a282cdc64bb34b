package org.throughcare.journey.tasks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Flag;
import org.throughcare.casefile.UrgentFlags;
import org.throughcare.engine.AsApplication;
import org.throughcare.time.WorkingCalendar;

/** Finds out who tasks are about, for a reader who may see the tasks. */
@Component
class TaskCards {

    private final TaskService tasks;
    private final RuntimeService instances;
    private final IdentityService identities;
    private final AsApplication asApplication;
    private final CaseFiles cases;
    private final UrgentFlags flags;
    private final WorkingCalendar calendar;

    TaskCards(
            TaskService tasks,
            RuntimeService instances,
            IdentityService identities,
            AsApplication asApplication,
            CaseFiles cases,
            UrgentFlags flags,
            WorkingCalendar calendar) {
        this.tasks = tasks;
        this.instances = instances;
        this.identities = identities;
        this.asApplication = asApplication;
        this.cases = cases;
        this.flags = flags;
        this.calendar = calendar;
    }

    /** The cards by task id. Tasks that the reader may not see, and tasks that are about no woman, have none. */
    Map<String, TaskCard> of(List<String> taskIds) {
        Authentication reader = identities.getCurrentAuthentication();
        if (taskIds.isEmpty() || reader == null) {
            return Map.of();
        }
        List<Task> seen =
                tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).list();
        Map<String, String> caseNumbers = caseNumbersByInstance(
                seen.stream().map(Task::getProcessInstanceId).collect(toSet()));
        Map<String, TaskCard> cards = cardsByCaseNumber(List.copyOf(Set.copyOf(caseNumbers.values())), reader);
        Map<String, TaskCard> byTask = new LinkedHashMap<>();
        for (Task task : seen) {
            TaskCard card = cards.get(caseNumbers.get(task.getProcessInstanceId()));
            if (card != null) {
                byTask.put(task.getId(), card);
            }
        }
        return byTask;
    }

    private Map<String, String> caseNumbersByInstance(Set<String> instanceIds) {
        if (instanceIds.isEmpty()) {
            return Map.of();
        }
        return asApplication.call(
                () -> instances.createProcessInstanceQuery().processInstanceIds(instanceIds).list().stream()
                        .filter(instance -> instance.getBusinessKey() != null)
                        .collect(toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey)));
    }

    private Map<String, TaskCard> cardsByCaseNumber(List<String> caseNumbers, Authentication reader) {
        Map<String, List<Flag>> open = flags.open(caseNumbers).stream().collect(groupingBy(Flag::caseNumber));
        return cases.withNumbers(caseNumbers).stream()
                .collect(toMap(
                        CaseFile::caseNumber,
                        file -> card(file, open.getOrDefault(file.caseNumber(), List.of()), reader)));
    }

    private TaskCard card(CaseFile file, List<Flag> open, Authentication reader) {
        String today = calendar.today(file.site()).toString();
        if (!worksAt(file.site(), reader)) {
            return new TaskCard(file.caseNumber(), null, null, null, null, today, List.of());
        }
        return new TaskCard(
                file.caseNumber(),
                file.womanName(),
                file.prisonNumber(),
                file.releaseDateIfKnown().map(Object::toString).orElse(null),
                file.releasedAtIfReleased().isPresent(),
                today,
                open.stream().map(TaskCard.Badge::of).distinct().toList());
    }

    /** Staff of the site; a trusted provider reads what she consented to, and that is not here. */
    private static boolean worksAt(String site, Authentication reader) {
        return reader.getGroupIds() != null
                && reader.getGroupIds().stream()
                        .anyMatch(group -> group.endsWith("." + site) && !group.startsWith("provider."));
    }
}
