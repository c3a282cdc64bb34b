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
import org.throughcare.access.CaseAccess;
import org.throughcare.access.CaseView;
import org.throughcare.access.Relation;
import org.throughcare.access.SignedIn;
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
    private final CaseAccess access;

    TaskCards(
            TaskService tasks,
            RuntimeService instances,
            IdentityService identities,
            AsApplication asApplication,
            CaseFiles cases,
            UrgentFlags flags,
            WorkingCalendar calendar,
            CaseAccess access) {
        this.tasks = tasks;
        this.instances = instances;
        this.identities = identities;
        this.asApplication = asApplication;
        this.cases = cases;
        this.flags = flags;
        this.calendar = calendar;
        this.access = access;
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
        List<CaseFile> files = cases.withNumbers(caseNumbers);
        Map<String, CaseView> views =
                access.views(person(reader), files.stream().map(CaseFile::head).toList());
        return files.stream()
                .collect(toMap(
                        CaseFile::caseNumber,
                        file -> card(
                                file, open.getOrDefault(file.caseNumber(), List.of()), views.get(file.caseNumber()))));
    }

    private static SignedIn person(Authentication reader) {
        return new SignedIn(
                reader.getUserId(), reader.getGroupIds() == null ? Set.of() : Set.copyOf(reader.getGroupIds()));
    }

    private TaskCard card(CaseFile file, List<Flag> open, CaseView view) {
        String today = calendar.today(file.site()).toString();
        if (!view.opens()) {
            return new TaskCard(file.caseNumber(), null, null, null, null, today, List.of());
        }
        return new TaskCard(
                file.caseNumber(),
                file.womanName(),
                file.prisonNumber(),
                view.relation() == Relation.PROVIDER && !view.showsFact("releaseDate")
                        ? null
                        : file.releaseDateIfKnown().map(Object::toString).orElse(null),
                file.releasedAtIfReleased().isPresent(),
                today,
                open.stream()
                        .map(flag -> view.showsFlag(flag.flag())
                                ? TaskCard.Badge.of(flag)
                                : TaskCard.Badge.withoutSubject(flag))
                        .distinct()
                        .toList());
    }
}
