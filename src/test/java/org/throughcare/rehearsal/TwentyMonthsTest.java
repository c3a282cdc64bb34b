package org.throughcare.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.ProcessTest;
import org.throughcare.StaffOfTest;
import org.throughcare.casefile.CaseFile;
import org.throughcare.caseload.StaffMember;
import org.throughcare.caseload.StaffMembers;
import org.throughcare.journey.Journeys;

/** Sixty women are admitted and twenty months pass: nobody falls through. */
class TwentyMonthsTest extends ProcessTest {

    private static final int WOMEN = 60;
    private static final List<String> LEGAL_STATUSES =
            List.of("sentenced", "sentenced", "sentenced", "remand", "recalled", "indeterminate");

    @Autowired
    Journeys journeys;

    @Autowired
    Rehearsal rehearsal;

    @Autowired
    StaffMembers staffMembers;

    private StaffOfTest staff;

    @BeforeEach
    void sixCaseManagersAtEachSite() {
        staff = StaffOfTest.alone(staffMembers);
        for (int number = 0; number < 6; number++) {
            staff.caseManager("north" + number);
            staff.caseManager("south" + number, TwentyMonthsTest::atSouth);
        }
    }

    @AfterEach
    void theyLeave() {
        staff.leave();
    }

    private static StaffMember atSouth(StaffMember member) {
        return new StaffMember(
                member.userId(), member.role(), "south", member.displayName(), true, member.workingPattern(), true);
    }

    @Test
    void everyCaseEndsInANamedWayOrWaitsForSomethingThatSomebodyOwns() {
        Random random = new Random(2026);
        List<String> caseNumbers = new ArrayList<>();
        for (int number = 0; number < WOMEN; number++) {
            caseNumbers.add(journeys.register(admission(number, random)));
        }

        rehearsal.liveUntil(clock.instant().plus(Duration.ofDays(35)), () -> stories(caseNumbers));
        courtsDecide(caseNumbers);
        rehearsal.liveUntil(clock.instant().plus(Duration.ofDays(575)), () -> stories(caseNumbers));

        assertThat(runtimeService.createIncidentQuery().count()).isZero();
        assertThat(managementService.createJobQuery().noRetriesLeft().count()).isZero();
        assertThat(caseNumbers).allSatisfy(this::endedOrOwned);
        assertThat(caseNumbers.stream().map(cases::get).filter(file -> "yearCompleted".equals(file.closingReason())))
                .as("women who were accompanied for a year")
                .isNotEmpty();
    }

    /** Women without a date are released from court, or hear when they will leave. */
    private void courtsDecide(List<String> caseNumbers) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (String caseNumber : caseNumbers) {
            CaseFile file = cases.get(caseNumber);
            if (file.isInCustody() && file.releaseDateIfKnown().isEmpty()) {
                if (caseNumber.hashCode() % 2 == 0) {
                    journeys.release(caseNumber, clock.instant());
                } else {
                    journeys.changeLegalStatus(caseNumber, "sentenced");
                    journeys.moveReleaseDate(caseNumber, Optional.of(today.plusDays(100)), "Sentenced.");
                }
            }
        }
    }

    private void endedOrOwned(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        if (!file.isOpen()) {
            assertThat(file.closingReason()).as(caseNumber).isNotBlank();
            assertThat(runtimeService
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(caseNumber)
                            .processDefinitionKeyIn("journey", "urgentResponse", "referral")
                            .count())
                    .as("%s is closed and nothing runs for it", caseNumber)
                    .isZero();
            return;
        }
        for (ProcessInstance instance : runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()) {
            waitsForSomething(instance);
        }
        for (Task task : taskService
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()) {
            assertThat(groupsOf(task))
                    .as("who owns %s of %s", task.getName(), caseNumber)
                    .isNotEmpty();
            assertThat(task.getDueDate()).as("when %s is due", task.getName()).isNotNull();
        }
    }

    private void waitsForSomething(ProcessInstance instance) {
        boolean waits = taskService
                                .createTaskQuery()
                                .processInstanceId(instance.getId())
                                .count()
                        + managementService
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .count()
                        + runtimeService
                                .createEventSubscriptionQuery()
                                .processInstanceId(instance.getId())
                                .count()
                        + runtimeService
                                .createProcessInstanceQuery()
                                .superProcessInstanceId(instance.getId())
                                .count()
                > 0;
        ActivityInstance tree = runtimeService.getActivityInstance(instance.getId());
        assertThat(waits).as("stuck: %s", tree).isTrue();
    }

    private Map<String, Map<String, Object>> stories(List<String> caseNumbers) {
        return caseNumbers.stream().collect(Collectors.toMap(number -> number, number -> Map.of()));
    }

    private Map<String, Object> admission(int number, Random random) {
        String legalStatus = LEGAL_STATUSES.get(number % LEGAL_STATUSES.size());
        LocalDate today = LocalDate.of(2026, 1, 12);
        boolean dateKnown = "sentenced".equals(legalStatus) || "recalled".equals(legalStatus);
        Map<String, Object> answers = new HashMap<>();
        answers.put("prisonNumber", "T%04dMA".formatted(number));
        answers.put("womanName", "Woman Number " + number);
        answers.put(
                "dateOfBirth",
                today.minusYears(19 + number % 40).minusDays(number).toString());
        answers.put("site", number % 2 == 0 ? "north" : "south");
        answers.put("admissionDate", today.toString());
        answers.put("legalStatus", legalStatus);
        answers.put(
                "releaseDate",
                dateKnown ? today.plusDays(3 + random.nextInt(260)).toString() : null);
        answers.put("homeDistrict", random.nextBoolean() ? "Northtown" : "Southport");
        answers.put("language", random.nextInt(4) == 0 ? "ur" : "en");
        return answers;
    }
}
