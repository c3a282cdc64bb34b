package org.throughcare.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughcare.WebTest;

/** The attacks that were published against the engine, as an attacker sends them. */
class AttackTest extends WebTest {

    @TempDir
    Path folder;

    @BeforeEach
    void people() {
        person("healthcare.north", "healthcare.north");
        person("healthcare.south", "healthcare.south");
        person("manager", "manager");
        person("admin", "camunda-admin");
    }

    /** CVE-2026-109432: an expression in a task query's orQueries ran code for any signed-in user. */
    @Test
    void anExpressionInAQueryRunsNoCode() {
        Path proof = folder.resolve("proof");
        for (String expression : codeThatMakes(proof)) {
            String body = mapper.createObjectNode()
                    .set("orQueries", mapper.createArrayNode().addObject().put("assigneeExpression", expression))
                    .toString();
            for (String user : List.of("healthcare.north", "manager", "admin")) {
                for (String path : List.of("/engine-rest/task", "/engine-rest/task/count")) {
                    assertThat(post(user, path, body).status()).as(path).isEqualTo(400);
                }
            }
            assertThat(proof).doesNotExist();
        }
    }

    /** The second wall: the same expressions behind the gate, as a saved filter or a model would bring them. */
    @Test
    void behindTheGateAnExpressionRunsNoCodeEither() {
        Path proof = folder.resolve("proof");
        for (String expression : codeThatMakes(proof)) {
            TaskQuery query = taskService
                    .createTaskQuery()
                    .or()
                    .taskAssigneeExpression(expression)
                    .taskNameLike("x")
                    .endOr();
            assertThatThrownBy(query::list).as(expression).isInstanceOf(RuntimeException.class);
            assertThat(proof).as(expression).doesNotExist();
        }
    }

    /** CVE-2026-77226: the page for the first administrator was open while the group was empty. */
    @Test
    void nobodyMakesHerselfAdministratorWhileThereIsNone() {
        List<String> administrators = identityService.createUserQuery().memberOfGroup("camunda-admin").list().stream()
                .map(User::getId)
                .collect(Collectors.toList());
        administrators.forEach(user -> identityService.deleteMembership(user, "camunda-admin"));
        try {
            Map<String, Object> intruder = Map.of(
                    "profile", Map.of("id", "intruder", "firstName", "I", "lastName", "N", "email", ""),
                    "credentials", Map.of("password", "a-long-enough-secret"));
            for (String path : List.of(
                    "/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/setup/default/user/create/")) {
                assertThat(send(request(null, path)
                                        .header("Content-Type", "application/json")
                                        .POST(json(intruder)))
                                .status())
                        .isIn(400, 403);
            }
            assertThat(send(request(null, "/camunda/app/admin/default/setup/").GET())
                            .status())
                    .isEqualTo(403);
            assertThat(identityService.createUserQuery().userId("intruder").count())
                    .isZero();
        } finally {
            administrators.forEach(user -> identityService.createMembership(user, "camunda-admin"));
        }
    }

    @Test
    void theWholeEstateIsNotTakenInOneRequest() {
        assertThat(get("manager", "/engine-rest/process-instance?maxResults=100000")
                        .status())
                .isEqualTo(400);
        assertThat(get("manager", "/engine-rest/process-instance?maxResults=10&maxResults=100000")
                        .status())
                .isEqualTo(400);
        assertThat(get("manager", "/engine-rest/process-instance?maxResults=-1").status())
                .isEqualTo(400);
        assertThat(get("manager", "/engine-rest/process-instance?maxResults=1")
                        .json()
                        .size())
                .isLessThanOrEqualTo(1);
        assertThat(get("manager", "/engine-rest/process-instance").status()).isEqualTo(200);
        assertThat(post("manager", "/engine-rest/task", "{}").status()).isEqualTo(200);
    }

    @Test
    void notesAndFilesOfAnyCaseAreClosed() {
        String caseNumber = aWoman().admitted();
        start("admission", caseNumber);
        runJobs();
        String task = task(caseNumber, "UserTask_MeetOnArrival").getId();
        taskService.createComment(task, null, "what somebody wrote there by another way");

        for (String user : List.of("healthcare.north", "healthcare.south", "manager", "admin")) {
            String base = "/engine-rest/task/" + task;
            assertThat(get(user, base + "/comment").text()).doesNotContain("somebody wrote");
            assertThat(get(user, base + "/attachment").text()).doesNotContain("somebody wrote");
            assertThat(post(user, base + "/comment/create", Map.of("message", "m"))
                            .status())
                    .isEqualTo(403);
            assertThat(delete(user, base + "/attachment/any").status()).isEqualTo(403);
            assertThat(get(user, "/engine-rest/history/detail?processInstanceId=x")
                            .text())
                    .doesNotContain("somebody wrote");
        }
    }

    @Test
    void guessingAtTheTasklistsDoorIsSlowedDownForThatUserAndAddressOnly() {
        person("guessed.there", "healthcare.north");
        Answer page = send(request(null, "/camunda/app/tasklist/default/").GET());
        int status = 0;
        for (int tries = 0; tries < 105; tries++) {
            status = send(request(null, "/camunda/api/admin/auth/user/default/login/tasklist")
                            .header(
                                    "Cookie",
                                    "JSESSIONID=" + cookie(page, "JSESSIONID") + "; XSRF-TOKEN="
                                            + cookie(page, "XSRF-TOKEN"))
                            .header("X-XSRF-TOKEN", cookie(page, "XSRF-TOKEN"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("username=guessed.there&password=wrong" + tries)))
                    .status();
        }

        assertThat(status).isEqualTo(429);
        assertThat(get("guessed.there", "/api/session").status()).isEqualTo(429);
        assertThat(get("healthcare.north", "/api/session").status()).isEqualTo(200);
        assertThat(signIn("healthcare.north", "tasklist").id()).isNotEmpty();
    }

    private static List<String> codeThatMakes(Path file) {
        String run = "getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('touch " + file
                + "')";
        return List.of(
                "${''." + run + "}",
                "${\"\"." + run + "}",
                "${currentUser()." + run + "}",
                "${dateTime()." + run + "}",
                "${taskDates." + run + "}",
                "${taskDates.class.classLoader.loadClass('java.lang.Runtime')}",
                "#{''." + run + "}",
                "${''.class.forName('java.lang.Runtime')}");
    }

    /** A check that the proof would be seen. */
    @Test
    void theProofIsSeenWhenCodeRuns() throws java.io.IOException {
        Path proof = folder.resolve("proof");
        new ProcessBuilder("touch", proof.toString()).start().onExit().join();
        assertThat(proof).exists();
        Files.delete(proof);
    }
}
