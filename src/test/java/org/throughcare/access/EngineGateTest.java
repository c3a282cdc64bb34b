package org.throughcare.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughcare.WebTest;
import org.throughcare.casefile.CaseFile;

class EngineGateTest extends WebTest {

    private CaseFile woman;
    private String task;

    @BeforeEach
    void aTaskForReception() {
        for (String user : List.of(
                "receptionOfficer.north",
                "receptionOfficer.south",
                "healthcare.north",
                "supervisor.north",
                "supervisor.south")) {
            person(user, user);
        }
        person("second.reception", "receptionOfficer.north");
        person("manager", "manager");
        person("analyst", "analyst");
        person("admin", "camunda-admin");
        woman = cases.get(aWoman().admitted());
        start("admission", woman.caseNumber());
        runJobs();
        task = task(woman.caseNumber(), "UserTask_MeetOnArrival").getId();
    }

    @Test
    void whatIsThereAlreadyIsNotMadeTwice() {
        String membership = "/engine-rest/group/receptionOfficer.north/members/second.reception";

        Answer again = send(request("admin", membership).PUT(BodyPublishers.noBody()));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("message").asText()).startsWith("Somebody else changed this at the same moment.");
    }

    @Test
    void thePeopleOfATaskFindItReadItsFormAndSubmitIt() {
        Answer found =
                get("receptionOfficer.north", "/engine-rest/task?processInstanceBusinessKey=" + woman.caseNumber());
        assertThat(found.json().findValuesAsText("id")).contains(task);
        assertThat(get("receptionOfficer.north", taskPath("/form-variables")).status())
                .isEqualTo(200);
        assertThat(get("receptionOfficer.north", taskPath("/deployed-form")).status())
                .isEqualTo(200);
        assertThat(get("receptionOfficer.north", taskPath("/form")).status()).isEqualTo(200);
        assertThat(get("receptionOfficer.north", taskPath("/comment")).text()).isEqualTo("[]");

        assertThat(claim("receptionOfficer.north", "receptionOfficer.north").status())
                .isEqualTo(204);
        assertThat(post("receptionOfficer.north", taskPath("/unclaim"), "").status())
                .isEqualTo(204);
        Answer submitted = submit("receptionOfficer.north", Map.of("interpreterNeeded", "no"));

        assertThat(submitted.status()).as(submitted.text()).isEqualTo(204);
    }

    @Test
    void othersDoNotSeeItAndCannotTouchIt() {
        for (String user : List.of("receptionOfficer.south", "healthcare.north", "supervisor.south", "analyst")) {
            assertThat(get(user, "/engine-rest/task?taskId=" + task).text())
                    .as(user)
                    .doesNotContain(task);
            assertThat(get(user, taskPath("/form-variables")).status()).as(user).isEqualTo(403);
            assertThat(submit(user, Map.of("interpreterNeeded", "no")).status())
                    .as(user)
                    .isEqualTo(403);
        }
    }

    @Test
    void managersAndAdministratorsSeeTheTaskAndNothingOfThePerson() {
        for (String user : List.of("manager", "admin")) {
            assertThat(get(user, taskPath("")).status()).as(user).isEqualTo(200);
            assertThat(get(user, taskPath("/form-variables")).status()).as(user).isEqualTo(403);
            assertThat(get(user, taskPath("/rendered-form")).status()).as(user).isEqualTo(403);
            assertThat(submit(user, Map.of("interpreterNeeded", "no")).status())
                    .as(user)
                    .isEqualTo(403);
        }
    }

    @Test
    void theSecondOfTwoPeopleIsToldThatItIsDone() {
        assertThat(submit("receptionOfficer.north", Map.of("interpreterNeeded", "no"))
                        .status())
                .isEqualTo(204);

        Answer second = submit("second.reception", Map.of("interpreterNeeded", "yes"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("detail").asText()).contains("finished");
    }

    @Test
    void theSecondOfTwoPeopleWhoTakeATaskIsToldThatItIsTaken() {
        assertThat(claim("receptionOfficer.north", "receptionOfficer.north").status())
                .isEqualTo(204);

        Answer second = claim("second.reception", "second.reception");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("detail").asText()).contains("taken this task already");
    }

    @Test
    void aRefusedFormNamesTheFieldInPlainWords() {
        Answer refused = submit("receptionOfficer.north", Map.of("interpreterNeeded", "perhaps"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.json().path("errors").path(0).path("field").asText()).isEqualTo("interpreterNeeded");
        assertThat(refused.json().path("detail").asText())
                .startsWith("interpreterNeeded")
                .doesNotContain("perhaps");
        assertThat(task(woman.caseNumber(), "UserTask_MeetOnArrival")).isNotNull();
    }

    @Test
    void nobodyCompletesATaskPastItsForm() {
        for (String user : List.of("receptionOfficer.north", "supervisor.north", "manager", "admin")) {
            assertThat(post(user, taskPath("/complete"), Map.of()).status())
                    .as(user)
                    .isEqualTo(403);
            assertThat(post(user, taskPath("/resolve"), Map.of()).status())
                    .as(user)
                    .isEqualTo(403);
            assertThat(post(user, taskPath("/bpmnError"), Map.of("errorCode", "x"))
                            .status())
                    .as(user)
                    .isEqualTo(403);
        }
    }

    @Test
    void aTaskIsTakenForOneselfAndGivenToOthersByTheSupervisorOnly() {
        assertThat(claim("receptionOfficer.north", "second.reception").status()).isEqualTo(403);
        assertThat(assign("receptionOfficer.north", "second.reception").status())
                .isEqualTo(403);
        assertThat(assign("supervisor.south", "second.reception").status()).isEqualTo(403);

        assertThat(assign("supervisor.north", "second.reception").status()).isEqualTo(204);

        assertThat(task(woman.caseNumber(), "UserTask_MeetOnArrival").getAssignee())
                .isEqualTo("second.reception");
    }

    @Test
    void expressionsAreRefusedAtAnyDepthForEverybody() {
        List<String> bodies = List.of(
                "{\"assigneeExpression\":\"${1}\"}",
                "{\"orQueries\":[{\"candidateGroupExpression\":\"${1}\"}]}",
                "{\"orQueries\":[{\"dueBefore\\u0045xpression\":\"${1}\"}],\"orQueries\":[]}",
                "{\"a\":{\"b\":[{\"FOLLOWUPEXPRESSION\":1}]}}");
        for (String user : List.of("receptionOfficer.north", "admin")) {
            for (String body : bodies) {
                assertThat(post(user, "/engine-rest/task", body).status())
                        .as(body)
                        .isEqualTo(400);
            }
            assertThat(get(user, "/engine-rest/task?assigneeExpression=x").status())
                    .isEqualTo(400);
        }
        assertThat(post("receptionOfficer.north", "/engine-rest/task", "{").status())
                .isEqualTo(400);
        assertThat(post("receptionOfficer.north", "/engine-rest/task", "{} {\"assigneeExpression\":1}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void onlyTheApplicationDeploys() {
        for (String user : List.of("admin", "manager", "analyst", "receptionOfficer.north")) {
            Answer refused = send(request(user, "/engine-rest/deployment/create")
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(BodyPublishers.ofString("--x--")));
            assertThat(refused.status()).as(user).isIn(403, 415);
            assertThat(post(user, "/engine-rest/deployment/create", Map.of()).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void staffReachNothingThatChangesTheEngine() {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("admission")
                .latestVersion()
                .singleResult()
                .getId();
        for (String user : List.of("receptionOfficer.north", "supervisor.north", "manager", "analyst")) {
            assertThat(post(user, "/engine-rest/message", Map.of("messageName", "CaseClosed"))
                            .status())
                    .isEqualTo(403);
            assertThat(post(user, "/engine-rest/process-definition/" + definition + "/start", Map.of())
                            .status())
                    .isEqualTo(403);
            assertThat(post(user, "/engine-rest/migration/execute", Map.of()).status())
                    .isEqualTo(403);
            assertThat(post(user, "/engine-rest/user/create", Map.of()).status())
                    .isEqualTo(403);
            assertThat(post(user, taskPath("/comment/create"), Map.of("message", "x"))
                            .status())
                    .isEqualTo(403);
            assertThat(put(user, taskPath("/variables/x"), Map.of("value", 1)).status())
                    .isEqualTo(403);
        }
        assertThat(get("receptionOfficer.north", "/engine-rest/history/task").status())
                .isEqualTo(403);
        assertThat(get("receptionOfficer.north", "/engine-rest/process-instance")
                        .status())
                .isEqualTo(403);
        assertThat(get("manager", "/engine-rest/process-instance").status()).isEqualTo(200);
        assertThat(get("manager", "/engine-rest/history/process-instance/count").status())
                .isEqualTo(200);
    }

    @Test
    void nobodyRenamesHerselfOrReadsOthers() {
        assertThat(get("receptionOfficer.north", "/engine-rest/user/receptionOfficer.north/profile")
                        .status())
                .isEqualTo(200);
        assertThat(put(
                                "receptionOfficer.north",
                                "/engine-rest/user/receptionOfficer.north/profile",
                                Map.of("id", "receptionOfficer.north", "firstName", "X", "lastName", "Y"))
                        .status())
                .isEqualTo(403);
        assertThat(get("receptionOfficer.north", "/engine-rest/user/admin/profile")
                        .status())
                .isEqualTo(403);
        assertThat(get("receptionOfficer.north", "/engine-rest/identity/groups?userId=admin")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void eachRoleStartsWhatItMayStart() {
        assertThat(startable("receptionOfficer.north")).contains("journey", "noteContact", "urgentResponse");
        assertThat(startable("healthcare.north"))
                .contains("noteContact", "urgentResponse")
                .doesNotContain("journey");
        assertThat(startable("analyst")).isEmpty();

        Answer refused = post(
                "healthcare.north", "/engine-rest/process-definition/key/journey/submit-form", variables(Map.of()));
        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        assertThat(refused.text()).doesNotContain("org.camunda", "ENGINE-");
    }

    @Test
    void aRefusedStartFormNamesTheFieldAndStartsNothing() {
        Map<String, Object> answers = new HashMap<>(Map.of("prisonNumber", "wrong"));
        answers.put("womanName", "Jane Example");

        Answer refused = post(
                "receptionOfficer.north",
                "/engine-rest/process-definition/key/journey/submit-form",
                variables(answers));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().path("errors").path(0).path("field").asText()).isNotBlank();
    }

    @Test
    void receptionRegistersForItsOwnSiteOnly() {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "prisonNumber", "G1000TE",
                "womanName", "Jade Example",
                "dateOfBirth", "1991-02-03",
                "site", "south",
                "admissionDate", "2026-01-12",
                "legalStatus", "remand"));

        Answer refused = post(
                "receptionOfficer.north",
                "/engine-rest/process-definition/key/journey/submit-form",
                variables(answers));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").path(0).path("field").asText()).isEqualTo("site");
        assertThat(cases.openWithPrisonNumber("G1000TE")).isEmpty();
    }

    @Test
    void aConcernIsRaisedForWomenOfOnesOwnSiteOnly() {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "caseNumber",
                woman.caseNumber(),
                "flag",
                "selfHarm",
                "severity",
                "urgent",
                "whatHappened",
                "She said so."));

        Answer refused = post(
                "receptionOfficer.south",
                "/engine-rest/process-definition/key/urgentResponse/submit-form",
                variables(answers));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    }

    @Test
    void whatTheEngineSaysInsideStaysInside() {
        Answer refused = get("admin", "/engine-rest/task/count?sortBy=x&priority=high");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).doesNotContain("Exception", "camunda", "ENGINE-");
        Answer missing = get("admin", "/engine-rest/task/no-such-task");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json().path("message").asText())
                .isEqualTo(missing.json().path("detail").asText());
    }

    @Test
    void theInterfaceOfTheWebApplicationsHasTheSameGate() {
        Session session = signIn("receptionOfficer.north", "tasklist");
        String web = "/camunda/api/engine/engine/default";

        assertThat(inSession(session, web + "/task/" + task).status()).isEqualTo(200);
        assertThat(inSession(session, web + "/history/task").status()).isEqualTo(403);
        assertThat(inSession(session, "/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                        .status())
                .isEqualTo(403);
        assertThat(send(request(null, web + "/task")
                                .header("Cookie", session.cookies())
                                .header("X-XSRF-TOKEN", session.token())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"orQueries\":[{\"assigneeExpression\":\"${1}\"}]}")))
                        .status())
                .isEqualTo(400);
    }

    private Answer inSession(Session session, String path) {
        return send(request(null, path).header("Cookie", session.cookies()).GET());
    }

    private List<String> startable(String user) {
        JsonNode found = get(
                        user,
                        "/engine-rest/process-definition?latestVersion=true&startableInTasklist=true&startablePermissionCheck=true")
                .json();
        return found.findValuesAsText("key");
    }

    private String taskPath(String rest) {
        return "/engine-rest/task/" + task + rest;
    }

    private Answer submit(String user, Map<String, Object> answers) {
        return post(user, taskPath("/submit-form"), variables(answers));
    }

    private Answer claim(String user, String who) {
        return post(user, taskPath("/claim"), Map.of("userId", who));
    }

    private Answer assign(String user, String who) {
        return post(user, taskPath("/assignee"), Map.of("userId", who));
    }
}
