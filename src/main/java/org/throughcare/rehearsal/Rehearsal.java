package org.throughcare.rehearsal;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.throughcare.engine.AsApplication;
import org.throughcare.engine.MovableClock;
import org.throughcare.forms.RefusedAnswerException;

/**
 * Drives cases through their journey under a moved clock: runs what falls due, in order, and fills in forms with
 * plausible answers. Sample cases, tests and load runs use it. The engine's own job executor must rest meanwhile.
 */
@Component
@ConditionalOnProperty(name = "throughcare.movable-clock", havingValue = "true")
public class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration TIME_FOR_A_TASK = Duration.ofMinutes(20);
    private static final int MOST_ROUNDS = 60;
    private static final int MOST_ATTEMPTS = 16;

    private final MovableClock clock;
    private final AsApplication asApplication;
    private final ManagementService management;
    private final TaskService tasks;
    private final RuntimeService instances;
    private final FormService forms;
    private final IdentityService identity;
    private final Map<String, JsonNode> deployedForms = new ConcurrentHashMap<>();
    private final Random random = new Random(47);
    private volatile String words = "As agreed with her.";

    Rehearsal(
            MovableClock clock,
            AsApplication asApplication,
            ManagementService management,
            TaskService tasks,
            RuntimeService instances,
            FormService forms,
            IdentityService identity) {
        this.clock = clock;
        this.asApplication = asApplication;
        this.management = management;
        this.tasks = tasks;
        this.instances = instances;
        this.forms = forms;
        this.identity = identity;
    }

    /**
     * Moves the clock forward to that moment and runs every job that falls due on the way, in order, each at its time.
     * A job that fails is left to its retries.
     *
     * @return the number of jobs that ran
     */
    public int runTo(Instant moment) {
        int done = 0;
        for (Job job = next(moment); job != null; job = next(moment)) {
            Instant due = job.getDuedate().toInstant();
            if (due.isAfter(clock.instant())) {
                clock.freezeAt(due);
            }
            done += run(job) ? 1 : 0;
        }
        clock.freezeAt(moment);
        return done;
    }

    /** What is written into text fields that no story fills; for tests that look for it elsewhere. */
    public void write(String words) {
        this.words = words;
    }

    /** Runs what is due now. */
    public int runDue() {
        return runTo(clock.instant());
    }

    private Job next(Instant until) {
        return asApplication.call(() -> management
                .createJobQuery()
                .withRetriesLeft()
                .active()
                .duedateLowerThan(Date.from(until.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .orElse(null));
    }

    private boolean run(Job job) {
        try {
            asApplication.run(() -> management.executeJob(job.getId()));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("A job failed in rehearsal: {}", e.getMessage());
            asApplication.run(() -> management.setJobRetries(job.getId(), Math.max(0, job.getRetries() - 1)));
            return false;
        }
    }

    /**
     * Lives through the time until that moment: everything that falls due runs, and staff complete each task of those
     * cases soon after it came.
     *
     * @param stories answers by case number, asked again after each event; a case that is not among them waits. A case
     *     manager's supervision goes by her user id
     */
    public void liveUntil(Instant moment, Supplier<Map<String, Map<String, Object>>> stories) {
        completeOpenTasks(stories, moment);
        for (Job job = next(moment); job != null; job = next(moment)) {
            Instant due = job.getDuedate().toInstant();
            runTo(due.isAfter(clock.instant()) ? due : clock.instant());
            completeOpenTasks(stories, moment);
        }
        clock.freezeAt(moment);
    }

    /**
     * Completes every open task of those cases, and what follows soon, until none is open.
     *
     * @param latest the clock goes no further than this
     * @return the number of tasks completed
     */
    public int completeOpenTasks(Supplier<Map<String, Map<String, Object>>> stories, Instant latest) {
        int done = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Map<String, Map<String, Object>> told = stories.get();
            Map<String, String> open = open(told.keySet());
            if (open.isEmpty()) {
                return done;
            }
            for (Map.Entry<String, String> task : open.entrySet()) {
                done += submit(task.getKey(), told.get(task.getValue())) ? 1 : 0;
            }
            Instant later = clock.instant().plus(TIME_FOR_A_TASK);
            runTo(later.isAfter(latest) ? latest : later);
        }
        return done;
    }

    /** The open tasks of these cases, oldest first: case number by task id. */
    private Map<String, String> open(Set<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return Map.of();
        }
        return asApplication.call(() -> {
            List<Task> open = tasks.createTaskQuery()
                    .active()
                    .processInstanceBusinessKeyIn(caseNumbers.toArray(String[]::new))
                    .orderByTaskCreateTime()
                    .asc()
                    .list();
            Map<String, String> ofInstance = caseNumbersByInstance(open);
            Map<String, String> byTask = new LinkedHashMap<>();
            open.forEach(task -> byTask.put(task.getId(), ofInstance.get(task.getProcessInstanceId())));
            return byTask;
        });
    }

    private Map<String, String> caseNumbersByInstance(List<Task> open) {
        return open.isEmpty()
                ? Map.of()
                : instances
                        .createProcessInstanceQuery()
                        .processInstanceIds(
                                open.stream().map(Task::getProcessInstanceId).collect(toSet()))
                        .list()
                        .stream()
                        .collect(toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    /**
     * Fills in and submits the form of one task, as a member of the group that it waits for.
     *
     * @param story answers that come first, by field key or {@code taskId.fieldKey}
     * @return false when the task had gone meanwhile
     */
    public boolean submit(String taskId, Map<String, Object> story) {
        Map<String, Set<Object>> refused = new HashMap<>();
        for (int attempt = 1; ; attempt++) {
            Map<String, Object> answers = new HashMap<>();
            try {
                return asApplication.call(() -> submit(taskId, story, refused, answers));
            } catch (RefusedAnswerException e) {
                String field = e.field().replaceFirst("\\..*", "");
                if (attempt == MOST_ATTEMPTS || answers.get(field) == null) {
                    throw e;
                }
                refused.computeIfAbsent(field, key -> new HashSet<>()).add(answers.get(field));
            } finally {
                identity.clearAuthentication();
            }
        }
    }

    private boolean submit(
            String taskId, Map<String, Object> story, Map<String, Set<Object>> refused, Map<String, Object> answers) {
        TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
        if (task == null) {
            return false;
        }
        actForGroupOf(task);
        VariableMap shown = forms.getTaskFormVariables(taskId);
        answers.putAll(new PlausibleAnswers(story, words, plain(shown), refused, random, today())
                .to(task.getTaskDefinitionKey(), form(task)));
        forms.submitTaskForm(taskId, answers);
        return true;
    }

    private void actForGroupOf(TaskEntity task) {
        task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(group -> identity.setAuthentication(
                        task.getAssignee() == null ? group : task.getAssignee(), List.of(group)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private JsonNode form(Task task) {
        String key = task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey();
        return deployedForms.computeIfAbsent(key, id -> read(task.getId()));
    }

    private JsonNode read(String taskId) {
        try (InputStream form = forms.getDeployedTaskForm(taskId)) {
            return JSON.readTree(form);
        } catch (IOException e) {
            throw new IllegalStateException("The deployed form is not readable.", e);
        }
    }

    private static Map<String, Object> plain(VariableMap shown) {
        Map<String, Object> plain = new HashMap<>();
        shown.keySet().forEach(key -> {
            TypedValue value = shown.getValueTyped(key);
            Object raw = value == null ? null : value.getValue();
            plain.put(key, raw instanceof SpinJsonNode json ? parse(json.toString()) : raw);
        });
        return plain;
    }

    private static Object parse(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A shown value is not readable.", e);
        }
    }
}
