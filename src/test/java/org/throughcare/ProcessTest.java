package org.throughcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Journal;
import org.throughcare.casefile.JournalEntry;
import org.throughcare.engine.MovableClock;
import org.throughcare.journey.CaseMessages;

/**
 * A test of a process with the real engine, record and tables. Time stands at {@link #START} and moves only by {@link
 * #advance}; timers and other jobs run only when the test says so. All such tests share one application.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
public abstract class ProcessTest {

    /** A Monday morning, 09:00 in UTC and at both sites. */
    protected static final Instant START = Instant.parse("2026-01-12T09:00:00Z");

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected CaseFiles cases;

    @Autowired
    protected Facts facts;

    @Autowired
    protected Journal journal;

    @Autowired
    protected CaseMessages messages;

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected RuntimeService runtimeService;

    @Autowired
    protected TaskService taskService;

    @Autowired
    protected FormService formService;

    @Autowired
    protected ManagementService managementService;

    @Autowired
    protected HistoryService historyService;

    @Autowired
    protected IdentityService identityService;

    @BeforeEach
    void startOfTime() {
        AbstractAssertions.init(engine);
        identityService.clearAuthentication();
        clock.freezeAt(START);
    }

    @AfterEach
    void endEverything() {
        identityService.clearAuthentication();
        List<ProcessInstance> roots = runtimeService
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list();
        roots.forEach(root -> {
            if (runtimeService
                            .createProcessInstanceQuery()
                            .processInstanceId(root.getId())
                            .count()
                    > 0) {
                runtimeService.deleteProcessInstance(root.getId(), "the test is over", true, false, true, true);
            }
        });
        clock.reset();
    }

    /** A woman whose case is opened in the record; no process runs for her yet. */
    protected AWoman aWoman() {
        return new AWoman(cases, facts, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** Starts one process for a case, with the codes that every process of a case carries. */
    protected ProcessInstance start(String process, String caseNumber) {
        return start(process, caseNumber, Map.of());
    }

    /** Starts one process for a case, with further codes. */
    protected ProcessInstance start(String process, String caseNumber, Map<String, Object> codes) {
        String id = messages.start(process, caseNumber, codes);
        ProcessInstance instance = runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult();
        return instance != null ? instance : ended(id);
    }

    private ProcessInstance ended(String id) {
        throw new AssertionError("The process ended at once: " + id);
    }

    /** Ids of the open user tasks of a case, in the order of their names. */
    protected List<String> openTasks(String caseNumber) {
        return taskService.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** The one open task with that id. */
    protected Task task(String caseNumber, String taskId) {
        List<Task> found = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(taskId)
                .list();
        assertThat(found)
                .as("open tasks %s; all open tasks: %s", taskId, openTasks(caseNumber))
                .isNotEmpty();
        return found.get(0);
    }

    /** Submits a task's form with these answers, as the Tasklist does. */
    protected void submit(String caseNumber, String taskId, Map<String, Object> answers) {
        formService.submitTaskForm(task(caseNumber, taskId).getId(), new HashMap<>(answers));
    }

    /** The groups that may take a task. */
    protected List<String> groupsOf(Task task) {
        return taskService.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(link -> link.getGroupId())
                .toList();
    }

    /** Runs everything that is due now, one after the other, until nothing is; a job that fails fails the test. */
    protected int runJobs() {
        int done = 0;
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            managementService.executeJob(due.get(0).getId());
            done++;
        }
        return done;
    }

    private List<Job> due() {
        List<Job> due = new ArrayList<>(managementService
                .createJobQuery()
                .executable()
                .orderByJobDuedate()
                .asc()
                .list());
        due.removeIf(
                job -> job.getDuedate() != null && job.getDuedate().toInstant().isAfter(clock.instant()));
        return due;
    }

    /** Moves time forward, stopping at each timer that falls due on the way and running it then. */
    protected void advance(Duration duration) {
        advanceTo(clock.instant().plus(duration));
    }

    /** Moves time forward to that moment, stopping at each timer that falls due on the way and running it then. */
    protected void advanceTo(Instant moment) {
        runJobs();
        for (Job next = nextTimer(moment); next != null; next = nextTimer(moment)) {
            Instant due = next.getDuedate().toInstant();
            if (due.isAfter(clock.instant())) {
                clock.freezeAt(due);
            }
            runJobs();
        }
        clock.freezeAt(moment);
        runJobs();
    }

    private Job nextTimer(Instant until) {
        return managementService
                .createJobQuery()
                .timers()
                .duedateLowerThan(Date.from(until.plusMillis(1)))
                .withRetriesLeft()
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Journal lines of that kind. */
    protected List<JournalEntry> journalOf(String caseNumber, String kind) {
        return journal.of(caseNumber).stream()
                .filter(entry -> entry.kind().equals(kind))
                .toList();
    }

    /** Acts as that person until the test ends. */
    protected void actAs(String userId, String... groups) {
        identityService.setAuthentication(userId, List.of(groups));
    }
}
