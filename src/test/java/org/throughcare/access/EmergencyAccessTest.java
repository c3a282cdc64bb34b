package org.throughcare.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughcare.WebTest;
import org.throughcare.casefile.CaseFile;

/** Opening a case in an emergency, and the log of who read what. */
class EmergencyAccessTest extends WebTest {

    private static final String REASON = "She collapsed, I need to know her medicines.";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CaseAccess access;

    @Autowired
    StaffAccess staff;

    @Autowired
    ObjectProvider<AccessAlarms> alarms;

    @Autowired
    TransactionTemplate transactions;

    private CaseFile woman;

    @BeforeEach
    void aCaseWithAFact() {
        for (String user : List.of("caseOfficer.north", "caseOfficer.south", "supervisor.north", "caseManager.north")) {
            person(user, user);
        }
        person("manager", "manager");
        woman = cases.get(aWoman().ownedBy("caseManager.north").admitted());
        journal.write(
                woman.caseNumber(),
                "formSubmitted",
                "Form submitted.",
                Map.of("answers", Map.of("currentMedicines", "methadone 60")));
    }

    @Test
    void aMemberOfTheSitesStaffWhoSaysWhyReadsEverythingForTwoHours() {
        assertThat(timeline("caseOfficer.north")).doesNotContain("methadone");

        Answer opened = breakGlass("caseOfficer.north", REASON);

        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(timeline("caseOfficer.north")).contains("methadone");
        clock.freezeAt(START.plus(Duration.ofMinutes(119)));
        assertThat(timeline("caseOfficer.north")).contains("methadone");
        clock.freezeAt(START.plus(Duration.ofMinutes(121)));
        assertThat(timeline("caseOfficer.north")).doesNotContain("methadone");
    }

    @Test
    void aRestrictedCaseOpensToo() {
        put(
                "supervisor.north",
                "/api/cases/" + woman.caseNumber() + "/restriction",
                Map.of("readers", List.of("caseManager.north")));
        assertThat(get("caseOfficer.north", "/api/cases/" + woman.caseNumber()).status())
                .isEqualTo(404);

        breakGlass("caseOfficer.north", REASON);

        assertThat(timeline("caseOfficer.north")).contains("methadone");
    }

    @Test
    void herReasonIsJournalledAndTheSupervisorLooksAtIt() {
        breakGlass("caseOfficer.north", REASON);

        assertThat(journalOf(woman.caseNumber(), "openedInEmergency"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.by()).isEqualTo("caseOfficer.north");
                    assertThat(entry.details()).containsEntry("reason", REASON);
                });
        Task review = reviewOf("caseOfficer.north");
        assertThat(groupsOf(review)).containsExactly("supervisor.north");
        String form = get("supervisor.north", "/engine-rest/task/" + review.getId() + "/form-variables")
                .text();
        assertThat(form).contains("caseOfficer.north", woman.caseNumber(), REASON);

        Answer submitted = post(
                "supervisor.north",
                "/engine-rest/task/" + review.getId() + "/submit-form",
                variables(Map.of("accessFound", "neededForWork")));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(204);
        assertThat(journalOf(woman.caseNumber(), "accessReviewed"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("found", "neededForWork"));
    }

    @Test
    void withoutAReasonOrFromElsewhereNothingOpens() {
        assertThat(breakGlass("caseOfficer.north", "  ").status()).isEqualTo(400);
        assertThat(breakGlass("caseOfficer.north", "please").status()).isEqualTo(400);
        assertThat(breakGlass("caseOfficer.south", REASON).status()).isEqualTo(404);
        assertThat(breakGlass("manager", REASON).status()).isEqualTo(404);
        assertThat(timeline("caseOfficer.north")).doesNotContain("methadone");
        assertThat(journalOf(woman.caseNumber(), "openedInEmergency")).isEmpty();
    }

    @Test
    void theLogSaysWhoReadWhichKindsWhereAndWhy() {
        get("caseOfficer.north", "/api/cases/" + woman.caseNumber());
        get("caseOfficer.north", "/api/cases/" + woman.caseNumber());
        post("caseManager.north", "/api/cases/cards", Map.of("caseNumbers", List.of(woman.caseNumber())));
        breakGlass("caseOfficer.north", REASON);
        get("caseOfficer.north", "/api/cases/" + woman.caseNumber());
        get("manager", "/api/cases/" + woman.caseNumber());
        get("caseOfficer.south", "/api/cases/" + woman.caseNumber());

        List<String> lines = jdbc.sql(
                        "select user_id || ' ' || relation || ' ' || place || ' ' || kinds from access_log"
                                + " where case_number = ? order by id")
                .param(woman.caseNumber())
                .query(String.class)
                .list();

        assertThat(lines)
                .containsExactly(
                        "caseOfficer.north TEAM PAGE IDENTITY",
                        "caseManager.north ASSIGNED CARD IDENTITY HEALTH SAFETY",
                        "caseOfficer.north BREAK_GLASS PAGE IDENTITY CONTACT HEALTH SAFETY OFFENCE PLAN");
        String log = "/api/cases/" + woman.caseNumber() + "/access-log";
        assertThat(get("supervisor.north", log).text()).contains("caseOfficer.north", "BREAK_GLASS");
        assertThat(get("caseManager.north", log).status()).isEqualTo(404);
        assertThat(get("manager", log).status()).isEqualTo(404);
    }

    @Test
    void openingTheFormOfATaskLeavesALine() {
        person("receptionOfficer.north", "receptionOfficer.north");
        start("admission", woman.caseNumber());
        runJobs();
        String task = task(woman.caseNumber(), "UserTask_MeetOnArrival").getId();

        get("receptionOfficer.north", "/engine-rest/task/" + task + "/form-variables");

        assertThat(jdbc.sql("select kinds from access_log where case_number = ? and place = 'FORM'")
                        .param(woman.caseNumber())
                        .query(String.class)
                        .single())
                .contains("IDENTITY", "SAFETY");
    }

    @Test
    void whoReadsFarMoreCasesThanWorkNeedsIsLookedAtOnce() {
        person("curious", "caseOfficer.north");
        SignedIn curious = new SignedIn("curious", Set.of("caseOfficer.north"));
        List<CaseHead> women = IntStream.range(0, 7)
                .mapToObj(number -> cases.get(aWoman().admitted()).head())
                .toList();
        AccessLog log = new AccessLog(jdbc, clock, new AccessSettings(Duration.ofHours(2), 4, 10), staff, alarms);

        women.subList(0, 4).forEach(head -> read(log, curious, head));
        assertThat(reviewsOf("curious")).isEmpty();
        women.subList(4, 7).forEach(head -> read(log, curious, head));

        assertThat(reviewsOf("curious")).hasSize(1);
        assertThat(get(
                                "supervisor.north",
                                "/engine-rest/task/" + reviewOf("curious").getId() + "/form-variables")
                        .text())
                .contains("Read 5 cases within an hour");
    }

    private void read(AccessLog log, SignedIn reader, CaseHead head) {
        transactions.executeWithoutResult(
                status -> log.note(reader, ReadAt.PAGE, Map.of(head.caseNumber(), access.view(reader, head))));
    }

    private Answer breakGlass(String user, String reason) {
        return post(user, "/api/cases/" + woman.caseNumber() + "/break-glass", Map.of("reason", reason));
    }

    private String timeline(String user) {
        return get(user, "/api/cases/" + woman.caseNumber() + "/timeline").text();
    }

    private Task reviewOf(String reader) {
        return reviewsOf(reader).get(0);
    }

    private List<Task> reviewsOf(String reader) {
        return taskService
                .createTaskQuery()
                .processDefinitionKey("accessReview")
                .processVariableValueEquals("reader", reader)
                .list();
    }
}
