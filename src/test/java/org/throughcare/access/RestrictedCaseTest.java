package org.throughcare.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.WebTest;
import org.throughcare.casefile.CaseFile;
import org.throughcare.journey.tasks.TaskFilters;

/** A restricted case exists for the people on its list; for everybody else there is nothing of it anywhere. */
class RestrictedCaseTest extends WebTest {

    @Autowired
    FilterService filters;

    @Autowired
    Restrictions restrictions;

    @Autowired
    TaskFilters taskFilters;

    private final String name = "Wairata" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    private CaseFile woman;
    private String task;

    @BeforeEach
    void aCaseAtReception() {
        for (String user : List.of(
                "receptionOfficer.north",
                "caseManager.north",
                "supervisor.north",
                "supervisor.south",
                "caseManager.south")) {
            person(user, user);
        }
        person("second.reception", "receptionOfficer.north");
        person("manager", "manager");
        person("admin", "camunda-admin");
        woman = cases.get(aWoman().named(name).ownedBy("caseManager.north").admitted());
        start("admission", woman.caseNumber());
        runJobs();
        task = task(woman.caseNumber(), "UserTask_MeetOnArrival").getId();
        taskFilters.refresh();
    }

    @Test
    void whoIsNotOnTheListFindsNothingAnywhere() {
        long before = teamTasks("receptionOfficer.north");
        Answer restricted = restrict("second.reception");

        assertThat(restricted.status()).as(restricted.text()).isEqualTo(200);
        assertThat(teamTasks("receptionOfficer.north")).isLessThan(before);
        for (String user : List.of("receptionOfficer.north", "caseManager.north", "supervisor.north", "manager")) {
            assertThat(get(user, "/api/cases/" + woman.caseNumber()).status())
                    .as(user)
                    .isEqualTo(404);
            assertThat(get(user, "/api/cases/" + woman.caseNumber() + "/timeline")
                            .status())
                    .as(user)
                    .isEqualTo(404);
            assertThat(get(user, "/api/cases?query=" + woman.caseNumber()).text())
                    .as(user)
                    .doesNotContain(woman.caseNumber());
            assertThat(get(user, "/api/cases?query=" + name).text()).as(user).doesNotContain(name);
            assertThat(post(user, "/api/cases/cards", Map.of("caseNumbers", List.of(woman.caseNumber())))
                            .text())
                    .as(user)
                    .doesNotContain(name);
            assertThat(post(user, "/api/tasks/cards", Map.of("taskIds", List.of(task)))
                            .text())
                    .as(user)
                    .doesNotContain(task, name);
            assertThat(get(user, "/engine-rest/task/count?processInstanceBusinessKey=" + woman.caseNumber())
                            .json()
                            .path("count")
                            .asInt())
                    .as(user)
                    .isZero();
            assertThat(get(user, "/engine-rest/task?taskId=" + task).text())
                    .as(user)
                    .doesNotContain(task);
            assertThat(get(user, "/engine-rest/task/" + task).status()).as(user).isIn(403, 404);
            assertThat(get(user, "/engine-rest/task/" + task + "/form-variables")
                            .status())
                    .as(user)
                    .isIn(403, 404);
            assertThat(post(
                                    user,
                                    "/engine-rest/task/" + task + "/submit-form",
                                    variables(Map.of("interpreterNeeded", "no")))
                            .status())
                    .as(user)
                    .isIn(403, 404);
        }
    }

    @Test
    void whoIsOnTheListWorksAsBefore() {
        restrict("second.reception");

        assertThat(get("second.reception", "/api/cases/" + woman.caseNumber()).status())
                .isEqualTo(200);
        assertThat(get("second.reception", "/engine-rest/task?taskId=" + task).text())
                .contains(task);
        assertThat(get("second.reception", "/engine-rest/task/" + task + "/form-variables")
                        .status())
                .isEqualTo(200);
        assertThat(post(
                                "second.reception",
                                "/engine-rest/task/" + task + "/submit-form",
                                variables(Map.of("interpreterNeeded", "no")))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void theSupervisorOfTheSiteKeepsTheListWithoutBeingOnIt() {
        assertThat(restrict("second.reception")
                        .json()
                        .path("rolesWithoutReader")
                        .toString())
                .contains("healthcare")
                .doesNotContain("receptionOfficer");

        assertThat(get("supervisor.north", "/api/restricted-cases").text())
                .contains(woman.caseNumber(), "second.reception");
        assertThat(get("supervisor.south", "/api/restricted-cases").text()).doesNotContain(woman.caseNumber());
        for (String user : List.of("supervisor.south", "caseManager.north", "manager", "admin")) {
            assertThat(get(user, restriction()).status()).as(user).isEqualTo(404);
            assertThat(put(user, restriction(), Map.of("readers", List.of(user)))
                            .status())
                    .as(user)
                    .isEqualTo(404);
            assertThat(delete(user, restriction()).status()).as(user).isEqualTo(404);
        }
        assertThat(put("supervisor.north", restriction(), Map.of("readers", List.of("caseManager.south")))
                        .status())
                .isEqualTo(400);
        assertThat(put("supervisor.north", restriction(), Map.of("readers", List.of()))
                        .status())
                .isEqualTo(400);

        assertThat(delete("supervisor.north", restriction()).status()).isEqualTo(204);
        assertThat(get("caseManager.north", "/api/cases/" + woman.caseNumber()).status())
                .isEqualTo(200);
        assertThat(journalOf(woman.caseNumber(), "caseRestricted")).hasSize(1);
        assertThat(journalOf(woman.caseNumber(), "restrictionLifted")).hasSize(1);
    }

    @Test
    void aConcernCannotBeRaisedToFindOutThatTheCaseExists() {
        restrict("second.reception");

        Answer refused = post(
                "receptionOfficer.north",
                "/engine-rest/process-definition/key/urgentResponse/submit-form",
                variables(Map.of(
                        "caseNumber", woman.caseNumber(),
                        "flag", "other",
                        "severity", "urgent",
                        "role", "caseManager",
                        "whatHappened", "Something")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("is not an open case");
    }

    /** Who may know of her at the site that she left, need not know where she is now. */
    @Test
    void afterATransferOnlyTheNewSitesSupervisorsAndWhoWorksThereTooReadOn() {
        person("both.sites", "receptionOfficer.north", "caseOfficer.south");
        person("provider.harbourHouse", "provider.harbourHouse");
        restrict("caseManager.north", "second.reception", "both.sites", "provider.harbourHouse");

        cases.transfer(woman.caseNumber(), "south");
        restrictions.arrived(woman.caseNumber(), "south");

        for (String user :
                List.of("caseManager.north", "second.reception", "supervisor.north", "caseManager.south", "manager")) {
            assertThat(get(user, "/api/cases/" + woman.caseNumber()).status())
                    .as(user)
                    .isEqualTo(404);
            assertThat(get(user, "/engine-rest/task/count?processInstanceBusinessKey=" + woman.caseNumber())
                            .text())
                    .as(user)
                    .contains("\"count\":0");
        }
        assertThat(get("both.sites", "/api/cases/" + woman.caseNumber()).status())
                .isEqualTo(200);
        assertThat(get("supervisor.south", "/api/cases/" + woman.caseNumber()).status())
                .isEqualTo(200);
        assertThat(get("supervisor.north", restriction()).status()).isEqualTo(404);
        assertThat(get("supervisor.south", restriction()).text())
                .contains("supervisor.south", "both.sites", "provider.harbourHouse")
                .doesNotContain("second.reception", "caseManager.north");
        assertThat(journalOf(woman.caseNumber(), "caseRestricted")).hasSize(2);
    }

    @Test
    void aCaseThatIsNotRestrictedStaysSoAfterATransfer() {
        restrictions.arrived(woman.caseNumber(), "south");

        assertThat(journalOf(woman.caseNumber(), "caseRestricted")).isEmpty();
    }

    private Answer restrict(String... readers) {
        return put("supervisor.north", restriction(), Map.of("readers", List.of(readers)));
    }

    private String restriction() {
        return "/api/cases/" + woman.caseNumber() + "/restriction";
    }

    private long teamTasks(String user) {
        String filter = StreamSupport.stream(
                        get(user, "/engine-rest/filter").json().spliterator(), false)
                .filter(found -> "My team's tasks".equals(found.path("name").asText()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        return get(user, "/engine-rest/filter/" + filter + "/count")
                .json()
                .path("count")
                .asLong();
    }
}
