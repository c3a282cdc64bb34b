package org.throughcare.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.ProcessTest;
import org.throughcare.StaffOfTest;
import org.throughcare.caseload.StaffMember;
import org.throughcare.caseload.StaffMembers;
import org.throughcare.rehearsal.Rehearsal;
import org.throughcare.time.WorkingCalendar;

/** What turns or ends a case: transfer, a release put off, return to custody, closing (domain rules 6 and 14). */
class JourneyTest extends ProcessTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    Journeys journeys;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    StaffMembers staffMembers;

    @Autowired
    Rehearsal rehearsal;

    @Autowired
    JdbcClient jdbc;

    private StaffOfTest staff;

    @BeforeEach
    void nobodyElseWorks() {
        staff = StaffOfTest.alone(staffMembers);
    }

    @AfterEach
    void everybodyIsBack() {
        staff.leave();
    }

    @Test
    void aTransferTakesHerTasksAndFindsHerACaseManagerAtTheNewSite() {
        staff.caseManager("north");
        String southern = staff.caseManager("south", JourneyTest::atSouth);
        String caseNumber = register("sentenced", calendar.today("north").plusDays(60));

        journeys.transfer(caseNumber, "south");

        assertThat(cases.get(caseNumber).site()).isEqualTo("south");
        assertThat(cases.get(caseNumber).caseManagerIfAssigned()).contains(southern);
        assertThat(groupsOf(task(caseNumber, "UserTask_ReceiveAfterTransfer")))
                .containsExactly("receptionOfficer.south");
        for (Task task : taskService
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()) {
            assertThat(groupsOf(task)).allMatch(group -> group.endsWith(".south"));
        }
        assertThat(journalOf(caseNumber, "transferred")).hasSize(1);
    }

    @Test
    void aTransferTakesARestrictedCaseOffTheListOfTheOldSite() {
        String caseNumber = register("sentenced", calendar.today("north").plusDays(700));
        jdbc.sql("insert into restricted_case (case_number, restricted_by, restricted_at) values (?, 'x', now())")
                .param(caseNumber)
                .update();
        jdbc.sql("insert into restricted_case_reader (case_number, user_id) values (?, 'someone.north')")
                .param(caseNumber)
                .update();

        journeys.transfer(caseNumber, "south");

        assertThat(jdbc.sql("select count(*) from restricted_case_reader where case_number = ? and user_id = ?")
                        .params(caseNumber, "someone.north")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from restricted_case where case_number = ?")
                        .param(caseNumber)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whenNobodyHasRoomAtTheNewSiteItsSupervisorChoosesWithAReason() {
        staff.caseManager("north");
        String caseNumber = register("sentenced", calendar.today("north").plusDays(60));

        journeys.transfer(caseNumber, "south");

        assertThat(groupsOf(task(caseNumber, "UserTask_ChooseAfterTransfer"))).containsExactly("supervisor.south");
        String southern = staff.caseManager("late", JourneyTest::atSouth);
        submit(
                caseNumber,
                "UserTask_ChooseAfterTransfer",
                Map.of("chosenCaseManager", southern, "overLimitReason", "She speaks her language."));
        assertThat(cases.get(caseNumber).caseManagerIfAssigned()).contains(southern);
    }

    @Test
    void aWomanWithoutACaseManagerIsTransferredAsSheIs() {
        String caseNumber = register("sentenced", calendar.today("north").plusDays(700));

        journeys.transfer(caseNumber, "south");

        assertThat(openTasks(caseNumber))
                .contains("UserTask_ReceiveAfterTransfer")
                .doesNotContain("UserTask_ChooseAfterTransfer");
    }

    @Test
    void aReleaseThatIsPutOffReturnsHerToWhereHerCaseStood() {
        LocalDate release = calendar.today("north").plusDays(20);
        String caseNumber = register("sentenced", release);
        setInJourney(caseNumber, Map.of("admissionDone", true, "assessmentDone", true));
        advanceTo(calendar.startOfDay("north", release));
        assertThat(messages.isRunning("releaseDay", caseNumber)).isTrue();

        journeys.moveReleaseDate(caseNumber, Optional.of(release.plusDays(10)), "Days added.");

        assertThat(messages.isRunning("releaseDay", caseNumber)).isFalse();
        assertThat(messages.isRunning("admission", caseNumber)).isFalse();
        assertThat(messages.isRunning("assessment", caseNumber)).isFalse();
        assertThat(messages.isRunning("programmeSequencing", caseNumber)).isTrue();
        assertThat(messages.isRunning("caseManagement", caseNumber)).isTrue();
        assertThat(journalOf(caseNumber, "releasePutOff")).hasSize(1);
    }

    @Test
    void aReturnToCustodyDuringFollowUpBeginsANewEpisodeOfTheSameCase() {
        String caseNumber = releasedWoman("CallActivity_FollowUp");

        returnToCustody(caseNumber);

        assertThat(cases.get(caseNumber).episode()).isEqualTo(2);
        assertThat(cases.get(caseNumber).isInCustody()).isTrue();
        assertThat(messages.isRunning("followUp", caseNumber)).isFalse();
        assertThat(messages.isRunning("admission", caseNumber)).isTrue();
        assertThat(journalOf(caseNumber, "returnedToCustody")).hasSize(1);
    }

    @Test
    void aReturnOnReleaseDayBeginsANewEpisodeToo() {
        String caseNumber = releasedWoman("CallActivity_ReleaseDay");

        returnToCustody(caseNumber);

        assertThat(messages.isRunning("releaseDay", caseNumber)).isFalse();
        assertThat(messages.isRunning("admission", caseNumber)).isTrue();
    }

    @Test
    void aClosedCaseThatReturnsIsReopenedWithItsHistory() {
        String caseNumber = register("sentenced", calendar.today("north").plusDays(60));
        String prisonNumber = cases.get(caseNumber).prisonNumber();

        journeys.close(caseNumber, "deported");
        assertThat(cases.get(caseNumber).status()).isEqualTo("closed");
        assertThat(cases.get(caseNumber).closingReason()).isEqualTo("deported");
        assertThat(openTasks(caseNumber)).isEmpty();

        journeys.returnToCustody(caseNumber, "south", "remand", calendar.today("south"), Optional.empty());

        assertThat(cases.openWithPrisonNumber(prisonNumber))
                .hasValueSatisfying(file -> assertThat(file.caseNumber()).isEqualTo(caseNumber));
        assertThat(cases.get(caseNumber).episode()).isEqualTo(2);
        assertThat(journalOf(caseNumber, "caseClosed")).hasSize(1);
    }

    @Test
    void everyPreparationThatSheNeedsIsMadeBeforeHerRelease() {
        String her = staff.caseManager("her");
        String caseNumber = aWoman().ownedBy(her)
                .releasedOn(LocalDate.of(2026, 4, 12))
                .knownTo("needDrugsAlcohol", "high")
                .knownTo("needEmployment", "high")
                .knownTo("needFinance", "high")
                .knownTo("wantsFamilyContact", "yes")
                .knownTo("familyThreat", "none")
                .admitted();
        start("caseManagement", caseNumber);

        for (int round = 0; round < 4; round++) {
            for (String task : openTasks(caseNumber)) {
                if (openTasks(caseNumber).contains(task)) {
                    rehearsal.submit(task(caseNumber, task).getId(), Map.of("forcedMarriageRisk", "no"));
                }
            }
            advance(Duration.ofHours(2));
        }

        assertThat(historyService
                        .createHistoricTaskInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .finished()
                        .list())
                .extracting(task -> task.getTaskDefinitionKey())
                .contains(
                        "UserTask_PrepareDrugTreatment",
                        "UserTask_RestoreFamilyTies",
                        "UserTask_PrepareWork",
                        "UserTask_SetUpMoney");
    }

    private void returnToCustody(String caseNumber) {
        journeys.returnToCustody(caseNumber, "north", "recalled", calendar.today("north"), Optional.empty());
    }

    private String releasedWoman(String phase) {
        String caseNumber =
                aWoman().releasedAt(clock.instant().minus(Duration.ofHours(3))).admitted();
        Map<String, Object> codes = new HashMap<>(CaseMessages.standardCodes(cases.get(caseNumber)));
        codes.put("sameDay", true);
        codes.put("scope", "basic");
        runtimeService
                .createProcessInstanceByKey("journey")
                .businessKey(caseNumber)
                .setVariables(codes)
                .startBeforeActivity(phase)
                .execute();
        return caseNumber;
    }

    private void setInJourney(String caseNumber, Map<String, Object> codes) {
        String journey = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey("journey")
                .singleResult()
                .getId();
        runtimeService.setVariables(journey, codes);
    }

    private String register(String legalStatus, LocalDate release) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("prisonNumber", "J%04dRN".formatted(NUMBER.incrementAndGet()));
        answers.put("womanName", "Journey Test");
        answers.put("dateOfBirth", "1986-02-03");
        answers.put("site", "north");
        answers.put("admissionDate", calendar.today("north").toString());
        answers.put("legalStatus", legalStatus);
        answers.put("releaseDate", release.toString());
        answers.put("homeDistrict", "Northtown");
        answers.put("language", "en");
        return journeys.register(answers);
    }

    private static StaffMember atSouth(StaffMember member) {
        return new StaffMember(
                member.userId(), member.role(), "south", member.displayName(), true, member.workingPattern(), true);
    }
}
