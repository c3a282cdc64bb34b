package org.throughcare.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.DatabaseDump;
import org.throughcare.StaffOfTest;
import org.throughcare.WebTest;
import org.throughcare.caseload.StaffMembers;
import org.throughcare.journey.Journeys;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;
import org.throughcare.rehearsal.Rehearsal;

/** When a case is erased, a dump of the database holds nothing of her, and the proof says that it was done. */
class ErasureTest extends WebTest {

    private static final String CANARY = "Nachtigallenlied";
    private static final String PRISON_NUMBER = "E4711RA";

    /** Not about her: proofs, numbers that are never given twice, how often rules fired, and how long steps took. */
    private static final Set<String> MAY_GROW =
            Set.of("erasure_proof", "consent_proof", "case_number_given", "rule_fired", "step_time");

    @Autowired
    Journeys journeys;

    @Autowired
    Rehearsal rehearsal;

    @Autowired
    Consents consents;

    @Autowired
    StaffMembers staffMembers;

    @Autowired
    Retention retention;

    @Autowired
    DataSource database;

    private StaffOfTest staff;

    @BeforeEach
    void people() {
        person("admin", "camunda-admin");
        person("supervisor.north", "supervisor.north");
        person("custody", "custodySystem");
        person("officer.north", "caseOfficer.north");
        staff = StaffOfTest.alone(staffMembers);
        staff.caseManager("eraser");
    }

    @AfterEach
    void theyGoHome() {
        rehearsal.write("As agreed with her.");
        staff.leave();
    }

    @Test
    void nothingOfHerIsLeftInTheDatabase() {
        String other = aWoman().admitted();
        DatabaseDump before = DatabaseDump.of(database);
        String her = aWomanWithAHistory();
        Answer emergency = post("officer.north", "/api/cases/" + her + "/break-glass", Map.of("reason", CANARY));
        assertThat(emergency.status()).as(emergency.text()).isLessThan(300);
        journeys.close(her, "deported");
        runJobs();
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .variableValueEquals("reader", "officer.north")
                        .count())
                .as("the supervisor is still to look at the emergency")
                .isEqualTo(1);
        DatabaseDump full = DatabaseDump.of(database);
        assertThat(full.tablesThatHold(her))
                .contains("case_file", "journal_entry", "referral", "custody_event", "act_hi_procinst");
        assertThat(full.tablesThatHold(CANARY)).contains("act_hi_comment", "act_hi_attachment");

        List<String> processes =
                historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(her).list().stream()
                        .map(HistoricProcessInstance::getId)
                        .toList();
        assertThat(processes).hasSizeGreaterThan(5);

        Answer answer = order("admin", her, her, "order", "COURT/2026-17");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        DatabaseDump after = DatabaseDump.of(database);
        for (String word : List.of(her, CANARY, PRISON_NUMBER)) {
            assertThat(after.tablesThatHold(word)).as(word).isEmpty();
        }
        assertThat(grown(before, after))
                .as("tables with rows that were not there before her")
                .isEmpty();
        assertThat(cases.find(other)).isPresent();
        assertThat(cases.find(her)).isEmpty();
        assertThat(cases.latestWithPrisonNumber(PRISON_NUMBER)).isEmpty();
    }

    @Test
    void theProofSaysWhenByWhomWhyAndHowMuch() {
        String her = aClosedCase();
        order("admin", her, her, "herRequest", "LETTER-12");

        Answer proof = get("admin", path(her));

        assertThat(proof.status()).isEqualTo(200);
        assertThat(proof.json().path(0).path("ground").asText()).isEqualTo("herRequest");
        assertThat(proof.json().path(0).path("reference").asText()).isEqualTo("LETTER-12");
        assertThat(proof.json().path(0).path("erasedBy").asText()).isEqualTo("admin");
        assertThat(proof.json().path(0).path("erasedAt").asText()).startsWith("2026-01-12T09:00");
        assertThat(proof.json().path(0).path("rowsRemoved").asInt()).isGreaterThan(5);
        assertThat(proof.json().path(0).path("removedFrom").path("case_file").asInt())
                .isEqualTo(1);
        assertThat(get("admin", path("NORTH-2026-999999")).status()).isEqualTo(404);
    }

    @Test
    void onlyAnAdministratorErasesAndOnlyAClosedCaseWithItsNumberRepeated() {
        String open = aWoman().admitted();
        String closed = aClosedCase();

        assertThat(order("admin", open, open, "order", "COURT-1").status()).isEqualTo(409);
        assertThat(order("supervisor.north", closed, closed, "order", "COURT-1").status())
                .isEqualTo(403);
        assertThat(get("supervisor.north", path(closed)).status()).isEqualTo(403);
        assertThat(order("admin", closed, open, "order", "COURT-1").status()).isEqualTo(400);
        assertThat(order("admin", closed, closed, "retentionEnded", "COURT-1").status())
                .isEqualTo(400);
        assertThat(order("admin", closed, closed, "order", "her name is Mere").status())
                .isEqualTo(400);
        assertThat(order("admin", closed, closed, "order", null).status()).isEqualTo(400);
        assertThat(order("admin", "NORTH-2026-999999", "NORTH-2026-999999", "order", "COURT-1")
                        .status())
                .isEqualTo(404);
        assertThat(cases.find(open)).isPresent();
        assertThat(cases.find(closed)).isPresent();
    }

    @Test
    void aCaseIsErasedWhenItsTimeIsOverAndNotADayBefore() {
        String her = aClosedCase();
        String open = aWoman().admitted();
        clock.freezeAt(START.plus(Duration.ofDays(3652)));
        retention.check();
        assertThat(cases.find(her)).isPresent();

        clock.freezeAt(START.plus(Duration.ofDays(3653)));
        retention.check();

        assertThat(cases.find(her)).isEmpty();
        assertThat(cases.find(open)).isPresent();
        assertThat(get("admin", path(her)).json().path(0).path("ground").asText())
                .isEqualTo("retentionEnded");
    }

    @Test
    void theDaysWorkIsDoneOnce() {
        String her = aClosedCase();
        clock.freezeAt(START.plus(Duration.ofDays(4000)));
        retention.onceADay();
        assertThat(cases.find(her)).isEmpty();
        String later = aClosedCase();
        clock.freezeAt(clock.instant().plus(Duration.ofMinutes(30)));

        retention.onceADay();

        assertThat(cases.find(later)).isPresent();
    }

    private String aWomanWithAHistory() {
        rehearsal.write(CANARY);
        Answer taken = post(
                "custody",
                "/api/custody-events",
                Map.of(
                        "eventId",
                        PRISON_NUMBER + "-in",
                        "type",
                        "admitted",
                        "prisonNumber",
                        PRISON_NUMBER,
                        "occurredAt",
                        clock.instant().toString(),
                        "womanName",
                        CANARY + " Name",
                        "dateOfBirth",
                        "1988-08-08",
                        "site",
                        "north",
                        "legalStatus",
                        "sentenced",
                        "releaseDate",
                        "2026-02-20"));
        String her = taken.json().path("caseNumber").asText();
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        consents.give(her, "harbourHouse", ConsentKind.SAFETY, Optional.empty(), "spoken");
        String task = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(her)
                .list()
                .get(0)
                .getId();
        String instance =
                taskService.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        taskService.createComment(task, instance, CANARY);
        taskService.createAttachment("text", task, instance, CANARY, CANARY, "https://example.org/" + CANARY);
        rehearsal.liveUntil(
                clock.instant().plus(Duration.ofDays(60)), () -> Map.of(her, new HashMap<>(Map.of("pregnant", "yes"))));
        return her;
    }

    private String aClosedCase() {
        String her = aWoman().admitted();
        cases.close(her, "deported");
        return her;
    }

    private static Set<String> grown(DatabaseDump before, DatabaseDump after) {
        return after.byTable().entrySet().stream()
                .filter(table -> !table.getKey().startsWith("act_"))
                .filter(table -> !MAY_GROW.contains(table.getKey()))
                .filter(table -> table.getValue().lines().count()
                        > before.byTable().get(table.getKey()).lines().count())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Answer order(String user, String caseNumber, String confirm, String reason, String reference) {
        Map<String, Object> order = new HashMap<>();
        order.put("confirm", confirm);
        order.put("reason", reason);
        order.put("reference", reference);
        return post(user, path(caseNumber), order);
    }

    private static String path(String caseNumber) {
        return "/api/cases/" + caseNumber + "/erasure";
    }
}
