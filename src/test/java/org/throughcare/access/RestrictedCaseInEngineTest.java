package org.throughcare.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughcare.WebTest;

/**
 * Managers and administrators see the processes of all cases in Cockpit and in the engine's interface, but not those of
 * a restricted case: no byte of its number is in any answer, and no count knows of it.
 */
class RestrictedCaseInEngineTest extends WebTest {

    /** What Cockpit itself asks for, beside the engine's interface. */
    private static final List<String> COCKPIT = List.of(
            "/process-definition/{definition}/called-process-definitions",
            "/process-instance/{instance}/called-process-instances",
            "/process-instance",
            "/process-instance/count",
            "/incident",
            "/incident/count",
            "/process-definition/statistics",
            "/process-definition/statistics-count");

    private String caseNumber;
    private Task task;
    private Map<String, String> ids;

    @BeforeEach
    void aCaseWithAFailedStep() {
        person("supervisor.north", "supervisor.north");
        person("reader.of.restricted", "receptionOfficer.north");
        person("officer.in.emergency", "caseOfficer.north");
        person("manager", "manager");
        person("admin", "camunda-admin");
        caseNumber = aWoman().admitted();
        start("admission", caseNumber);
        runJobs();
        task = task(caseNumber, "UserTask_MeetOnArrival");
        post(
                "officer.in.emergency",
                "/api/cases/" + caseNumber + "/break-glass",
                Map.of("reason", "She fainted and nobody knows her medicines."));
        runtimeService.createIncident("failedJob", task.getExecutionId(), "x", "failed");
        String job = managementService.createJobQuery().processInstanceId(task.getProcessInstanceId()).list().stream()
                .findFirst()
                .map(found -> found.getId())
                .orElse("x1");
        ids = new LinkedHashMap<>();
        ids.put("/task/{id}", "/task/" + task.getId());
        ids.put("/history/process-instance/{id}", "/history/process-instance/" + task.getProcessInstanceId());
        ids.put("/process-instance/{id}", "/process-instance/" + task.getProcessInstanceId());
        ids.put("/execution/{id}", "/execution/" + task.getExecutionId());
        ids.put("/process-definition/{id}", "/process-definition/" + task.getProcessDefinitionId());
        ids.put("/process-definition/key/{key}", "/process-definition/key/admission");
        ids.put("/job/{id}", "/job/" + job);
    }

    @Test
    void noByteOfItsNumberIsInAnyAnswerOfTheEngine() {
        Set<String> told = tellingOperations("admin");
        assertThat(told)
                .as("before, so that the test would see it")
                .contains("GET /process-instance", "GET /history/process-instance", "GET /task");

        restrict();

        assertThat(tellingOperations("manager")).isEmpty();
        assertThat(tellingOperations("admin")).isEmpty();
        assertThat(get("reader.of.restricted", "/engine-rest/task?taskId=" + task.getId())
                        .text())
                .contains(task.getId());
    }

    @Test
    void noQuestionFindsIt() {
        restrict();
        for (String user : List.of("manager", "admin")) {
            for (String question : List.of(
                    "/process-instance/count?businessKey=" + caseNumber,
                    "/process-instance/count?businessKeyLike=%25" + caseNumber.substring(3) + "%25",
                    "/process-instance/count?variables=caseNumber_eq_" + caseNumber,
                    "/process-instance/count?processInstanceIds=" + task.getProcessInstanceId(),
                    "/execution/count?processInstanceId=" + task.getProcessInstanceId(),
                    "/incident/count?processInstanceId=" + task.getProcessInstanceId(),
                    "/job/count?processInstanceId=" + task.getProcessInstanceId(),
                    "/variable-instance/count?processInstanceIdIn=" + task.getProcessInstanceId(),
                    "/event-subscription/count?processInstanceId=" + task.getProcessInstanceId(),
                    "/task/count?processInstanceBusinessKey=" + caseNumber,
                    "/task/count?processInstanceId=" + task.getProcessInstanceId(),
                    "/history/process-instance/count?processInstanceBusinessKey=" + caseNumber,
                    "/history/activity-instance/count?processInstanceId=" + task.getProcessInstanceId(),
                    "/history/task/count?processInstanceBusinessKey=" + caseNumber,
                    "/history/incident/count?processInstanceId=" + task.getProcessInstanceId(),
                    "/history/job-log/count?processInstanceId=" + task.getProcessInstanceId(),
                    "/history/variable-instance/count?processInstanceId=" + task.getProcessInstanceId(),
                    "/history/detail/count?processInstanceId=" + task.getProcessInstanceId(),
                    "/history/decision-instance/count?processInstanceId=" + task.getProcessInstanceId(),
                    "/history/user-operation/count?processInstanceId=" + task.getProcessInstanceId())) {
                assertThat(get(user, "/engine-rest" + question).text())
                        .as(user + " " + question)
                        .contains("\"count\":0");
            }
        }
        Answer byBody = post("manager", "/engine-rest/process-instance/count", Map.of("businessKey", caseNumber));
        assertThat(byBody.text()).contains("\"count\":0");
    }

    @Test
    void noTotalCountsIt() {
        Map<String, String> before = totals();

        restrict();

        Map<String, String> after = totals();
        before.forEach((what, count) -> assertThat(after.get(what)).as(what).isNotEqualTo(count));
    }

    @Test
    void cockpitKnowsNothingOfIt() {
        Session session = signIn("manager", "cockpit");
        assertThat(cockpit(session)).as("before").isNotEmpty();

        restrict();

        assertThat(cockpit(session)).isEmpty();
    }

    /** It would stand still and nobody would know. */
    @Test
    void anAdministratorOnItsListLooksAfterAFailedStep() {
        Answer restriction = restrict();
        assertThat(restriction.json().path("failedSteps").asInt()).isEqualTo(1);

        put("supervisor.north", restriction(), Map.of("readers", List.of("reader.of.restricted", "admin")));

        assertThat(get("admin", "/engine-rest/incident?processInstanceId=" + task.getProcessInstanceId())
                        .json()
                        .size())
                .isEqualTo(1);
        assertThat(get("admin", "/api/cases/" + caseNumber).status()).isIn(403, 404);
    }

    /** The operations that answer something with the number of the case or the id of its process or task. */
    private Set<String> tellingOperations(String user) {
        Set<String> told = new LinkedHashSet<>();
        for (EngineOperation operation : EngineOperation.all()) {
            if (!List.of("GET", "POST").contains(operation.method())) {
                continue;
            }
            boolean reads = "GET".equals(operation.method());
            if (!reads && (operation.path().contains("{") || !isList(operation.path()))) {
                continue;
            }
            Answer answer = send(
                    reads
                            ? request(user, operation.at(ids)).GET()
                            : request(user, operation.at(ids))
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{}")));
            if (answer.status() < 300
                    && (answer.text().contains(caseNumber)
                            || answer.text().contains(task.getProcessInstanceId())
                            || answer.text().contains(task.getId()))) {
                told.add(operation.toString());
            }
        }
        return told;
    }

    private static boolean isList(String path) {
        return Set.of(
                        "/process-instance",
                        "/execution",
                        "/job",
                        "/task",
                        "/variable-instance",
                        "/external-task",
                        "/history/process-instance",
                        "/history/activity-instance",
                        "/history/task",
                        "/history/variable-instance",
                        "/history/detail")
                .contains(path);
    }

    private Map<String, String> totals() {
        Map<String, String> totals = new LinkedHashMap<>();
        for (String what : List.of(
                "/process-instance/count",
                "/execution/count",
                "/task/count",
                "/incident/count",
                "/variable-instance/count",
                "/history/process-instance/count",
                "/history/activity-instance/count",
                "/history/task/count",
                "/history/incident/count",
                "/process-definition/statistics?incidents=true",
                "/process-definition/key/admission/statistics?incidents=true",
                "/task/report/candidate-group-count")) {
            totals.put(what, get("manager", "/engine-rest" + what).text());
        }
        return totals;
    }

    private List<String> cockpit(Session session) {
        List<String> telling = new ArrayList<>();
        for (String path : COCKPIT) {
            String address = "/camunda/api/cockpit/plugin/base/default"
                    + path.replace("{definition}", task.getProcessDefinitionId())
                            .replace("{instance}", task.getProcessInstanceId());
            for (boolean asked : List.of(true, false)) {
                var request = request(null, address)
                        .header("Cookie", session.cookies())
                        .header("X-XSRF-TOKEN", session.token());
                Answer answer = send(
                        asked
                                ? request.GET()
                                : request.header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofString("{\"processDefinitionId\":\""
                                                + task.getProcessDefinitionId() + "\"}")));
                if (answer.text().contains(caseNumber) || answer.text().contains(task.getProcessInstanceId())) {
                    telling.add(path);
                }
            }
        }
        return telling;
    }

    private Answer restrict() {
        Answer answer = put("supervisor.north", restriction(), Map.of("readers", List.of("reader.of.restricted")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private String restriction() {
        return "/api/cases/" + caseNumber + "/restriction";
    }
}
