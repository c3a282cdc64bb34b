package org.throughcare.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughcare.StaffOfTest;
import org.throughcare.WebTest;
import org.throughcare.caseload.StaffMembers;

/** What managers do to many at once: shown before, done once, told in each case's journal, and only by who may. */
class OperationsTest extends WebTest {

    private static final String REASON = "She leaves the service on Friday.";
    private static final String PROCESS = "operationsOfTest";

    @Autowired
    private OperationWorker worker;

    @Autowired
    private OperationRuns runs;

    @Autowired
    private OperationDesk desk;

    @Autowired
    private StaffMembers staffMembers;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private StaffOfTest staff;
    private final List<String> deployments = new ArrayList<>();

    @BeforeEach
    void people() {
        staff = StaffOfTest.alone(staffMembers);
        person("operate.manager", "manager");
        person("operate.admin", "camunda-admin");
        person("operate.north", "supervisor.north");
        person("operate.south", "supervisor.south");
        person("operate.caseManager", "caseManager.north");
        person("operate.analyst", "analyst");
    }

    @AfterEach
    void nothingIsLeft() {
        staff.leave();
        jdbc.sql("delete from operation_run").update();
        jdbc.sql("delete from restricted_case").update();
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void theCasesOfACaseManagerGoToOthersWhoHaveRoom() {
        String leaving = staff.caseManager("leaving");
        String one = staff.caseManager("one");
        String other = staff.caseManager("other");
        List<String> women = carries(leaving, 4);
        carries(one, 2);
        person(other, "caseManager.north");

        JsonNode shown = preview("operate.north", "reassignments", hers(leaving));
        assertThat(shown.path("total").asInt()).isEqualTo(4);
        assertThat(texts(shown.path("items"), "outcome")).containsOnly("done");
        assertThat(texts(shown.path("items"), "message")).as("by name").contains("Goes to " + other + " Test.");
        women.forEach(woman -> assertThat(cases.get(woman).caseManager()).isEqualTo(leaving));
        women.forEach(woman -> assertThat(journalOf(woman, "caseReassigned")).isEmpty());

        JsonNode result = run("operate.north", "reassignments", hers(leaving));

        assertThat(result.path("state").asText()).isEqualTo("done");
        assertThat(result.path("refused").asInt()).isZero();
        women.forEach(woman -> {
            assertThat(cases.get(woman).caseManager()).isIn(one, other);
            assertThat(journalOf(woman, "caseReassigned")).singleElement().satisfies(entry -> {
                assertThat(entry.by()).isEqualTo("operate.north");
                assertThat(entry.details()).containsEntry("reason", REASON).containsEntry("overLimit", false);
            });
        });
        assertThat(women.stream().map(woman -> cases.get(woman).caseManager()).filter(other::equals))
                .hasSize(3);
    }

    @Test
    void whereNobodyHasRoomTheCaseStaysAndTheOthersGo() {
        String leaving = staff.caseManager("leaving");
        String one = staff.caseManager("one");
        List<String> women = carries(leaving, 3);
        carries(one, 3);

        JsonNode result = run("operate.manager", "reassignments", hers(leaving));

        assertThat(result.path("done").asInt()).isEqualTo(3);
        assertThat(result.path("refused").asInt()).isEqualTo(1);
        assertThat(result.path("results").get(2).path("message").asText()).contains("room");
        assertThat(women.stream().map(woman -> cases.get(woman).caseManager()))
                .containsExactlyInAnyOrder(one, one, leaving);
        String csv = get(
                        "operate.manager",
                        "/api/operations/" + result.path("id").asText() + "/results.csv")
                .text();
        assertThat(csv).contains(women.get(0)).contains("refused");
    }

    @Test
    void aRestrictedCaseIsNeitherShownNorMoved() {
        String leaving = staff.caseManager("leaving");
        staff.caseManager("one");
        List<String> women = carries(leaving, 2);
        jdbc.sql("insert into restricted_case (case_number, restricted_by, restricted_at) values (?, 'test', ?)")
                .params(women.get(0), Timestamp.from(clock.instant()))
                .update();

        JsonNode result = run("operate.north", "reassignments", hers(leaving));

        assertThat(texts(result.path("results"), "caseNumber")).containsExactly(women.get(1));
        assertThat(cases.get(women.get(0)).caseManager()).isEqualTo(leaving);
    }

    @Test
    void eachOperationIsForThoseWhoMay() {
        String leaving = staff.caseManager("leaving");
        carries(leaving, 1);
        for (String preview : List.of("?preview=true", "")) {
            for (String nobody : List.of("operate.caseManager", "operate.analyst", "operate.south", "operate.admin")) {
                assertThat(post(nobody, "/api/operations/reassignments" + preview, hers(leaving))
                                .status())
                        .as(nobody)
                        .isEqualTo(403);
            }
            for (String kind : List.of("retries", "modifications", "migrations")) {
                for (String nobody : List.of("operate.caseManager", "operate.analyst", "operate.north")) {
                    assertThat(post(nobody, "/api/operations/" + kind + preview, Map.of("reason", REASON))
                                    .status())
                            .as(nobody + " " + kind)
                            .isEqualTo(403);
                }
            }
        }
        String run = run("operate.manager", "reassignments", hers(leaving))
                .path("id")
                .asText();
        assertThat(get("operate.caseManager", "/api/operations/" + run).status())
                .isEqualTo(403);
        assertThat(get("operate.south", "/api/operations/" + run).status()).isEqualTo(404);
        assertThat(get("operate.south", "/api/operations").json()).isEmpty();
        assertThat(get("operate.north", "/api/operations/versions").status()).isEqualTo(403);
        assertThat(post("operate.manager", "/api/operations/retries", Map.of("reason", " "))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aStepThatFailedIsTriedAgain() {
        deploy(Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLive(5)
                .startEvent()
                .receiveTask("first")
                .camundaAsyncBefore()
                .endEvent()
                .done());
        String woman = aWoman().admitted();
        String instance =
                runtimeService.startProcessInstanceByKey(PROCESS, woman).getId();
        Job failed = jobsOf(woman).get(0);
        managementService.setJobRetries(failed.getId(), 0);

        JsonNode shown = preview("operate.admin", "retries", Map.of("process", PROCESS));
        assertThat(texts(shown.path("items"), "caseNumber")).contains(woman);
        assertThat(jobsOf(woman).get(0).getRetries()).isZero();

        run("operate.admin", "retries", Map.of("items", List.of(failed.getId()), "reason", "The table is repaired."));

        assertThat(jobsOf(woman).get(0).getRetries()).isEqualTo(1);
        assertThat(journalOf(woman, "stepRetried")).singleElement().satisfies(entry -> assertThat(entry.by())
                .isEqualTo("operate.admin"));
        runJobs();
        assertThat(runtimeService.getActiveActivityIds(instance)).containsExactly("first");
        assertThat(preview("operate.admin", "retries", Map.of("process", PROCESS))
                        .path("total")
                        .asInt())
                .isZero();
    }

    private List<Job> jobsOf(String woman) {
        String instance = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(woman)
                .singleResult()
                .getId();
        return managementService.createJobQuery().processInstanceId(instance).list();
    }

    @Test
    void aTokenMovesToAnotherStepWithAReason() {
        String woman = aWoman().admitted();
        String instance = start("admission", woman).getId();
        runJobs();
        Map<String, Object> request = Map.of(
                "items", List.of(instance),
                "cancel", "UserTask_MeetOnArrival",
                "start", "UserTask_ScreenAtReception",
                "where", "before",
                "reason", "She was asked already, on paper.");
        JsonNode movable = get("operate.manager", "/api/operations/running?caseNumber=" + woman)
                .json();
        assertThat(texts(movable.get(0).path("waitsAt"), "id")).containsExactly("UserTask_MeetOnArrival");

        assertThat(texts(preview("operate.manager", "modifications", request).path("items"), "outcome"))
                .containsExactly("done");
        assertThat(openTasks(woman)).containsExactly("UserTask_MeetOnArrival");
        JsonNode result = run("operate.manager", "modifications", request);

        assertThat(result.path("refused").asInt()).as(result.toString()).isZero();
        assertThat(openTasks(woman)).containsExactly("UserTask_ScreenAtReception");
        assertThat(journalOf(woman, "tokenMoved")).singleElement().satisfies(entry -> assertThat(entry.summary())
                .contains("on paper"));
    }

    @Test
    void aMoveThatWouldEndTheProcessOrDoubleTheCaseIsRefused() {
        deploy(Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLive(5)
                .startEvent()
                .parallelGateway("fork")
                .receiveTask("left")
                .receiveTask("afterLeft")
                .parallelGateway("join")
                .receiveTask("last")
                .endEvent("over")
                .moveToNode("fork")
                .receiveTask("right")
                .connectTo("join")
                .done());
        String woman = aWoman().admitted();
        String instance =
                runtimeService.startProcessInstanceByKey(PROCESS, woman).getId();

        assertThat(refusal(instance, "left", "right", "before")).contains("twice");
        assertThat(refusal(instance, "left", "over", "before")).contains("gateway or an end");
        assertThat(refusal(instance, "left", "nowhere", "before")).contains("no step");
        assertThat(refusal(instance, "last", "left", "before")).contains("does not wait");
        assertThat(refusal(instance, "left", "afterLeft", "before")).isEmpty();
        assertThat(refusal(instance, "left", "left", "before")).isEmpty();
        assertThat(runtimeService.getActiveActivityIds(instance)).containsExactlyInAnyOrder("left", "right");
        assertThat(journalOf(woman, "tokenMoved")).isEmpty();
    }

    @Test
    void nobodyIsMovedOverTheEnd() {
        deploy(Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLive(5)
                .startEvent()
                .receiveTask("first")
                .receiveTask("last")
                .endEvent()
                .done());
        String instance = runtimeService
                .startProcessInstanceByKey(PROCESS, aWoman().admitted())
                .getId();

        assertThat(refusal(instance, "first", "last", "after")).contains("would end");
        run("operate.manager", "modifications", move(instance, "first", "last", "after"));

        assertThat(runtimeService.getActiveActivityIds(instance)).containsExactly("first");
    }

    private String refusal(String instance, String cancel, String start, String where) {
        JsonNode item = preview("operate.manager", "modifications", move(instance, cancel, start, where))
                .path("items")
                .get(0);
        return item.path("outcome").asText().equals("refused")
                ? item.path("message").asText()
                : "";
    }

    private static Map<String, Object> move(String instance, String cancel, String start, String where) {
        return Map.of(
                "items", List.of(instance), "cancel", cancel, "start", start, "where", where, "reason", "A test.");
    }

    @Test
    void instancesGoOnWithTheNewestVersionAndThoseThatCannotStay() {
        deploy(twoSteps("first", "second"));
        String woman = aWoman().admitted();
        String other = aWoman().admitted();
        String stays = runtimeService.startProcessInstanceByKey(PROCESS, other).getId();
        String goes = runtimeService.startProcessInstanceByKey(PROCESS, woman).getId();
        runtimeService.signal(goes);
        deploy(twoSteps("begin", "second"));
        Map<String, Object> request = Map.of("process", PROCESS, "reason", "The step has a better form now.");

        JsonNode versions = get("operate.manager", "/api/operations/versions").json();
        assertThat(texts(versions, "process")).contains(PROCESS);
        assertThat(texts(preview("operate.manager", "migrations", request).path("items"), "outcome"))
                .containsExactlyInAnyOrder("done", "refused");
        assertThat(versionOf(goes)).isEqualTo(1);
        JsonNode result = run("operate.manager", "migrations", request);

        assertThat(versionOf(goes)).isEqualTo(2);
        assertThat(versionOf(stays)).isEqualTo(1);
        assertThat(result.path("refused").asInt()).isEqualTo(1);
        assertThat(result.toString()).contains("first");
        assertThat(journalOf(woman, "processMigrated")).hasSize(1);
        assertThat(journalOf(other, "processMigrated")).isEmpty();
    }

    private static BpmnModelInstance twoSteps(String first, String second) {
        return Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLive(5)
                .startEvent()
                .receiveTask(first)
                .receiveTask(second)
                .endEvent()
                .done();
    }

    private int versionOf(String instance) {
        return repository
                .getProcessDefinition(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getProcessDefinitionId())
                .getVersion();
    }

    @Test
    void whatANodeLeavesInTheMiddleIsDoneByAnotherAndNothingTwice() throws InterruptedException {
        String leaving = staff.caseManager("leaving");
        staff.caseManager("one");
        List<String> women = carries(leaving, 5);
        String run = post("operate.north", "/api/operations/reassignments", hers(leaving))
                .json()
                .path("id")
                .asText();
        desk.perform(runs.waiting(1).get(0));
        new TransactionTemplate(transactions).executeWithoutResult(diesBeforeItsEnd -> {
            desk.perform(runs.waiting(1).get(0));
            diesBeforeItsEnd.setRollbackOnly();
        });
        assertThat(get("operate.north", "/api/operations/" + run)
                        .json()
                        .path("done")
                        .asInt())
                .isEqualTo(1);

        ExecutorService nodes = Executors.newFixedThreadPool(3);
        IntStream.range(0, 3).forEach(node -> nodes.execute(worker::workOn));
        nodes.shutdown();
        assertThat(nodes.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        worker.workOn();

        JsonNode result = get("operate.north", "/api/operations/" + run).json();
        assertThat(result.path("done").asInt()).isEqualTo(5);
        assertThat(result.path("refused").asInt()).as(result.toString()).isZero();
        women.forEach(woman -> assertThat(journalOf(woman, "caseReassigned")).hasSize(1));
    }

    private Map<String, Object> hers(String caseManager) {
        return Map.of("caseManager", caseManager, "site", "north", "reason", REASON);
    }

    private List<String> carries(String caseManager, int women) {
        return IntStream.range(0, women)
                .mapToObj(number -> aWoman().ownedBy(caseManager).admitted())
                .toList();
    }

    private void deploy(BpmnModelInstance model) {
        deployments.add(repository
                .createDeployment()
                .addModelInstance(PROCESS + ".bpmn", model)
                .deploy()
                .getId());
    }

    private JsonNode preview(String person, String kind, Map<String, Object> request) {
        Answer answer = post(person, "/api/operations/" + kind + "?preview=true", request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode run(String person, String kind, Map<String, Object> request) {
        Answer answer = post(person, "/api/operations/" + kind, request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        worker.workOn();
        return get(person, "/api/operations/" + answer.json().path("id").asText())
                .json();
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(node -> node.path(field).asText())
                .toList();
    }
}
