package org.throughcare.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.throughcare.ProcessTest;
import org.throughcare.StaffOfTest;
import org.throughcare.caseload.StaffMembers;
import org.throughcare.engine.PackagedFiles;
import org.throughcare.journey.Journeys;
import org.throughcare.rehearsal.Rehearsal;

/**
 * The rehearsal of an upgrade from each release that was ever given out: at every place where one of its processes can
 * wait, a case waits. Then this release comes. What has a plan goes on with the new version, at the same step and with
 * the same days; everything else stays with its version; and all of them come to an end that the models name.
 */
class ReleasedModelsTest extends ProcessTest {

    private static final int CASE_MANAGERS = 15;
    private static final Duration LIFE = Duration.ofDays(100);
    private static final Duration A_WHILE = Duration.ofHours(1);

    /**
     * Where a case may still wait at the end: case management comes back there until her release ends it together with
     * her journey, supervision for as long as somebody carries cases, and a programme until the work before it is done,
     * which nobody does here.
     */
    private static final Set<String> MAY_WAIT_AT =
            Set.of("Gateway_WhenToReview", "CatchEvent_SessionDue", "Gateway_WaitForEarlierWork");

    /** She wants no more support; a referral is no longer needed: a year is not waited for, and nobody is asked for ever. */
    private static final Map<String, Map<String, Object>> STORIES = Map.of(
            "followUp", Map.of("contactOutcome", "declined"),
            "referral", Map.of("providerDecision", "notNeeded"));

    @Autowired
    private RepositoryService repository;

    @Autowired
    private DataSource database;

    @Autowired
    private UpgradeAtStart upgrade;

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private StaffMembers staffMembers;

    @Autowired
    private Occasions occasions;

    @Autowired
    private Journeys journeys;

    private final List<String> deployments = new ArrayList<>();
    private StaffOfTest staff;

    static List<ReleasedModels> releases() {
        return ReleasedModels.all();
    }

    /** A case at one place of one process. */
    private record Parked(String process, String step, String instanceId, String woman, String definition) {

        @Override
        public String toString() {
            return process + " at " + step;
        }
    }

    @BeforeEach
    void peopleAtWork() {
        staff = StaffOfTest.alone(staffMembers);
        for (int number = 0; number < CASE_MANAGERS; number++) {
            staff.caseManager("upgrade" + number);
        }
    }

    @AfterEach
    void nothingIsLeft() {
        staff.leave();
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    @ParameterizedTest(name = "from {0}")
    @MethodSource("releases")
    void aCaseThatWaitsAnywhereGoesOnAndEnds(ReleasedModels released) {
        deploy(released.number(), filesOf(released));
        List<Parked> parked = parkEverywhere(released);
        Map<Parked, Map<String, Instant>> timers = timersOf(parked);
        deploy("this release", packagedFiles());
        // a timer that were reckoned anew would now fall later
        clock.freezeAt(START.plus(A_WHILE));

        assertThat(UpgradeCheck.of(database).obstacles()).isEmpty();
        upgrade.run(new DefaultApplicationArguments());

        assertThat(parked).allSatisfy(one -> goesOnWhereItWas(one, timers.get(one)));
        Map<Parked, String> failed = live(parked);
        parked.stream()
                .filter(one -> UpgradePlans.JOURNEY.equals(one.process()) && isRunning(one))
                .forEach(one -> journeys.close(one.woman(), "deported"));
        runJobs();
        assertThat(parked).allSatisfy(one -> {
            assertThat(failed).doesNotContainKey(one);
            hasEnded(one);
        });
    }

    private static Map<String, String> filesOf(ReleasedModels released) {
        Map<String, String> files = new TreeMap<>(released.files("processes"));
        files.putAll(released.files("forms"));
        return files;
    }

    private static Map<String, String> packagedFiles() {
        Map<String, String> files = new TreeMap<>();
        PackagedFiles.in("processes", "bpmn").forEach((name, text) -> files.put("processes/" + name, text));
        PackagedFiles.in("forms", "form").forEach((name, text) -> files.put("forms/" + name, text));
        return files;
    }

    private void deploy(String name, Map<String, String> files) {
        DeploymentBuilder deployment = repository.createDeployment().name(name);
        files.forEach(deployment::addString);
        deployments.add(0, deployment.deploy().getId());
    }

    private List<Parked> parkEverywhere(ReleasedModels released) {
        List<Parked> parked = new ArrayList<>();
        released.processes().forEach((process, model) -> ReleasedModels.waitStates(model)
                .forEach(step -> parked.add(park(process, model, step))));
        return parked;
    }

    private Parked park(String process, BpmnModelInstance model, FlowNode step) {
        boolean isFree = "followUp".equals(process) || "CallActivity_FollowUp".equals(step.getId());
        var story =
                aWoman().releasedOn(LocalDate.ofInstant(START, ZoneOffset.UTC).plusDays(60));
        String woman = (isFree ? story.releasedAt(START) : story)
                .ownedBy(staffMembers.active("caseManager").get(0).userId())
                .admitted();
        String definition = newest(process);
        ProcessInstance instance = runtimeService
                .createProcessInstanceById(definition)
                .businessKey(woman)
                .setVariables(occasions.of(model, step, cases.get(woman), clock.instant()))
                .startBeforeActivity(ReleasedModels.beginning(step))
                .execute();
        return new Parked(process, step.getId(), instance.getId(), woman, definition);
    }

    private String newest(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private Map<Parked, Map<String, Instant>> timersOf(List<Parked> parked) {
        Map<Parked, Map<String, Instant>> timers = new HashMap<>();
        parked.forEach(one -> timers.put(one, timersOf(one)));
        return timers;
    }

    private Map<String, Instant> timersOf(Parked parked) {
        return managementService.createJobQuery().processInstanceId(parked.instanceId()).timers().list().stream()
                .collect(Collectors.toMap(
                        job -> ((TimerEntity) job).getJobHandlerConfigurationRaw(),
                        job -> job.getDuedate().toInstant()));
    }

    private void goesOnWhereItWas(Parked parked, Map<String, Instant> timers) {
        boolean hasPlan = Set.of("journey", "handover").contains(parked.process());
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(parked.instanceId())
                        .singleResult()
                        .getProcessDefinitionId())
                .as("version of %s", parked)
                .isEqualTo(hasPlan ? newest(parked.process()) : parked.definition());
        assertThat(runtimeService.getActiveActivityIds(parked.instanceId()))
                .as(parked.toString())
                .contains(parked.step());
        assertThat(timersOf(parked)).as("timers of %s", parked).containsAllEntriesOf(timers);
        assertThat(journalOf(parked.woman(), "processMigrated").stream()
                        .filter(entry -> parked.process().equals(entry.details().get("process"))))
                .as("journal of %s", parked)
                .hasSize(hasPlan ? 1 : 0);
    }

    /** Staff do what is theirs, day after day; what cannot be done is told. */
    private Map<Parked, String> live(List<Parked> parked) {
        Map<Parked, String> failed = new LinkedHashMap<>();
        while (clock.instant().isBefore(START.plus(LIFE))) {
            for (Parked one : parked) {
                if (!failed.containsKey(one) && isRunning(one)) {
                    work(one, failed);
                }
            }
            rehearsal.runTo(clock.instant().plus(Duration.ofDays(1)));
        }
        return failed;
    }

    private void work(Parked parked, Map<Parked, String> failed) {
        Map<String, Object> story = STORIES.getOrDefault(parked.process(), Map.of());
        try {
            for (Task task : taskService
                    .createTaskQuery()
                    .processInstanceBusinessKey(parked.woman())
                    .list()) {
                rehearsal.submit(task.getId(), story);
            }
            theOtherBranchesCome(parked);
        } catch (RuntimeException e) {
            failed.put(parked, String.valueOf(e));
        }
    }

    /** Only one branch was begun here; where it waits for others, they come. */
    private void theOtherBranchesCome(Parked parked) {
        if (!isRunning(parked)
                || !runtimeService.getActiveActivityIds(parked.instanceId()).isEmpty()) {
            return;
        }
        for (Execution execution : runtimeService
                .createExecutionQuery()
                .processInstanceId(parked.instanceId())
                .list()) {
            ExecutionEntity branch = (ExecutionEntity) execution;
            if (branch.getActivityId() != null
                    && repository
                                    .getBpmnModelInstance(branch.getProcessDefinitionId())
                                    .getModelElementById(branch.getActivityId())
                            instanceof ParallelGateway) {
                runtimeService
                        .createProcessInstanceModification(parked.instanceId())
                        .startBeforeActivity(branch.getActivityId())
                        .execute();
                return;
            }
        }
    }

    private boolean isRunning(Parked parked) {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(parked.instanceId())
                        .count()
                == 1;
    }

    private void hasEnded(Parked parked) {
        if (isRunning(parked)) {
            assertThat(runtimeService.getActiveActivityIds(parked.instanceId()))
                    .as("where %s still waits", parked)
                    .isNotEmpty()
                    .isSubsetOf(MAY_WAIT_AT);
            return;
        }
        assertThat(historyService
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(parked.instanceId())
                        .finished()
                        .list())
                .as("the end of %s", parked)
                .extracting(HistoricActivityInstance::getActivityType)
                .anyMatch(type -> type.endsWith("EndEvent"));
    }
}
