package org.throughcare.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.StaffOfTest;
import org.throughcare.WebTest;
import org.throughcare.access.StaffGroups;
import org.throughcare.casefile.CaseFile;
import org.throughcare.caseload.StaffMember;
import org.throughcare.caseload.StaffMembers;

/**
 * Sixty women are imported and twenty months pass. Every case has ended in a named way, or waits for something that
 * somebody owns; nothing is stuck and nothing failed.
 */
class TwentyMonthsIT extends WebTest {

    private static final int WOMEN = 60;
    private static final int CASE_MANAGERS_A_SITE = 6;
    private static final Instant END = START.plus(Duration.ofDays(608));
    private static final Duration LAST_DAYS_OFF = Duration.ofDays(10);
    private static final String NAMES =
            "prisonNumber,womanName,dateOfBirth,site,admissionDate,legalStatus,releaseDate,homeDistrict,language\n";
    private static final LocalDate ADMISSION = LocalDate.ofInstant(START, ZoneOffset.UTC);

    @Autowired
    Rehearsal rehearsal;

    @Autowired
    StaffMembers staffMembers;

    private final List<String> caseManagers = new ArrayList<>();
    private StaffOfTest staff;

    @BeforeEach
    void peopleAtBothSites() {
        person("custodySystem", "custodySystem");
        staff = StaffOfTest.alone(staffMembers);
        for (int number = 0; number < CASE_MANAGERS_A_SITE; number++) {
            caseManagers.add(staff.caseManager("north" + number));
            caseManagers.add(staff.caseManager("south" + number, TwentyMonthsIT::atSouth));
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
        List<Woman> women = imported();

        for (Reported next : whatIsReported(women)) {
            rehearsal.liveUntil(next.at(), () -> worked(women));
            assertThat(report(next).status()).as(next.toString()).isEqualTo(201);
        }
        rehearsal.liveUntil(END.minus(LAST_DAYS_OFF), () -> worked(women));
        rehearsal.liveUntil(END, Map::of);

        nothingFailedAndNothingIsLate();
        assertThat(women).allSatisfy(this::hasEndedOrWaits);
        assertThat(women).allSatisfy(this::endedAsItHadTo);
        supervisionGoesOn();
    }

    private List<Woman> imported() {
        List<Woman> women = new ArrayList<>();
        StringBuilder file = new StringBuilder(NAMES);
        for (int number = 0; number < WOMEN; number++) {
            file.append(row(number));
        }
        JsonNode answer = send(request("custodySystem", "/api/admissions/import")
                        .header("Content-Type", "text/csv; charset=utf-8")
                        .POST(BodyPublishers.ofString(file.toString())))
                .json();
        assertThat(answer.path("totals").path("created").asInt())
                .as(answer.toString())
                .isEqualTo(WOMEN);
        answer.path("rows").forEach(row -> {
            int number = row.path("line").asInt() - 2;
            women.add(new Woman(number, row.path("caseNumber").asText()));
        });
        return women;
    }

    private static String row(int number) {
        Woman woman = new Woman(number, "");
        Integer release = woman.fate().releaseDay(woman.delay());
        return String.join(
                        ",",
                        woman.prisonNumber(),
                        "Woman Number " + number,
                        ADMISSION.minusYears(19 + number % 40).minusDays(number).toString(),
                        woman.site(),
                        ADMISSION.toString(),
                        woman.fate().legalStatus(),
                        release == null ? "" : ADMISSION.plusDays(release).toString(),
                        number % 3 == 0 ? "Northtown" : "Southport",
                        number % 4 == 0 ? "ur" : "en")
                + "\n";
    }

    private static List<Reported> whatIsReported(List<Woman> women) {
        return women.stream()
                .flatMap(woman ->
                        woman.fate().happenings(woman.delay()).stream().map(happens -> new Reported(woman, happens)))
                .sorted(Comparator.comparing(Reported::at))
                .toList();
    }

    private Answer report(Reported reported) {
        Map<String, Object> event = new HashMap<>();
        reported.happening().fields().forEach((name, value) -> event.put(name, plain(value, reported.woman())));
        event.put(
                "eventId",
                reported.woman().prisonNumber() + "/" + reported.happening().day());
        event.put("type", reported.happening().type());
        event.put("prisonNumber", reported.woman().prisonNumber());
        event.put("occurredAt", clock.instant().toString());
        if ("releaseDateChanged".equals(reported.happening().type())) {
            event.putIfAbsent("releaseDate", "");
            event.putIfAbsent("reason", "The calculation was corrected.");
        }
        return post("custodySystem", "/api/custody-events", event);
    }

    private static Object plain(Object value, Woman woman) {
        if (value instanceof Fate.Day day) {
            return ADMISSION.plusDays(day.number()).toString();
        }
        if (Fate.HER_SITE.equals(value)) {
            return woman.site();
        }
        return Fate.OTHER_SITE.equals(value) ? woman.otherSite() : value;
    }

    /** Whose tasks are done: the women's and the case managers' own. */
    private Map<String, Map<String, Object>> worked(List<Woman> women) {
        long day = ChronoUnit.DAYS.between(START, clock.instant());
        Map<String, Map<String, Object>> stories = new HashMap<>();
        caseManagers.forEach(userId -> stories.put(userId, Map.of()));
        women.stream()
                .filter(woman -> woman.fate().isWorkedOn(day))
                .forEach(woman -> stories.put(woman.caseNumber(), woman.fate().story()));
        return stories;
    }

    private void nothingFailedAndNothingIsLate() {
        assertThat(runtimeService.createIncidentQuery().count()).as("incidents").isZero();
        assertThat(managementService.createJobQuery().withException().count())
                .as("jobs that failed")
                .isZero();
        assertThat(managementService.createJobQuery().noRetriesLeft().count()).isZero();
        assertThat(managementService
                        .createJobQuery()
                        .duedateLowerThan(Date.from(END))
                        .count())
                .as("overdue jobs")
                .isZero();
    }

    private void hasEndedOrWaits(Woman woman) {
        CaseFile file = cases.get(woman.caseNumber());
        List<ProcessInstance> running = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(woman.caseNumber())
                .list();
        if (file.isOpen()) {
            assertThat(running).as("%s has a journey", woman).isNotEmpty();
            running.forEach(instance -> waits(instance, woman));
        } else {
            assertThat(file.closingReason()).as(woman.toString()).isNotBlank();
            assertThat(running)
                    .as("%s is closed and nothing runs for her", woman)
                    .isEmpty();
        }
    }

    private void waits(ProcessInstance instance, Woman woman) {
        List<Execution> executions = runtimeService
                .createExecutionQuery()
                .processInstanceId(instance.getId())
                .list();
        Set<String> parents = executions.stream()
                .map(execution -> String.valueOf(((ExecutionEntity) execution).getParentId()))
                .collect(Collectors.toSet());
        executions.stream()
                .filter(execution -> !parents.contains(execution.getId()))
                .forEach(leaf -> assertThat(isOwnedTask(leaf) || hasCalled(leaf) || willHear(leaf) || willRun(leaf))
                        .as(
                                "%s: something to wait for at %s",
                                woman, runtimeService.getActivityInstance(instance.getId()))
                        .isTrue());
    }

    private boolean isOwnedTask(Execution execution) {
        List<Task> tasks =
                taskService.createTaskQuery().executionId(execution.getId()).list();
        tasks.forEach(this::isOwned);
        return !tasks.isEmpty();
    }

    private void isOwned(Task task) {
        assertThat(groupsOf(task))
                .as("who owns %s", task.getName())
                .isNotEmpty()
                .allSatisfy(group -> assertThat(group)
                        .matches("(" + String.join("|", StaffGroups.SITE_ROLES) + ")\\.(north|south)|provider\\.\\w+"));
        assertThat(task.getDueDate()).as("when %s is due", task.getName()).isNotNull();
    }

    private boolean hasCalled(Execution execution) {
        return runtimeService
                .createProcessInstanceQuery()
                .superProcessInstanceId(execution.getProcessInstanceId())
                .list()
                .stream()
                .anyMatch(called -> execution.getId().equals(((ExecutionEntity) called).getSuperExecutionId()));
    }

    private boolean willHear(Execution execution) {
        List<EventSubscription> subscriptions = runtimeService
                .createEventSubscriptionQuery()
                .executionId(execution.getId())
                .list();
        return subscriptions.stream().anyMatch(subscription -> isWaitingPlace(execution, subscription.getActivityId()));
    }

    private boolean willRun(Execution execution) {
        List<Job> jobs = managementService
                .createJobQuery()
                .executionId(execution.getId())
                .withRetriesLeft()
                .active()
                .list();
        return jobs.stream().anyMatch(job -> isWaitingPlace(execution, activityOf(job)));
    }

    private String activityOf(Job job) {
        JobDefinition definition = managementService
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        return definition.getActivityId();
    }

    /** What only interrupts or accompanies is nothing that the token waits for. */
    private boolean isWaitingPlace(Execution execution, String activityId) {
        RepositoryService repository = engine.getRepositoryService();
        ModelElementInstance element = repository
                .getBpmnModelInstance(((ExecutionEntity) execution).getProcessDefinitionId())
                .getModelElementById(activityId);
        return !(element instanceof BoundaryEvent) && !(element instanceof StartEvent);
    }

    private void endedAsItHadTo(Woman woman) {
        CaseFile file = cases.get(woman.caseNumber());
        Set<String> expected = woman.fate().closingReasons();
        assertThat(file.isOpen()).as("%s is open", woman).isEqualTo(expected.isEmpty());
        if (!expected.isEmpty()) {
            assertThat(expected).as(woman.toString()).contains(file.closingReason());
        }
    }

    private void supervisionGoesOn() {
        assertThat(caseManagers).allSatisfy(userId -> assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey("supervision")
                        .processInstanceBusinessKey(userId)
                        .count())
                .as("supervision of %s", userId)
                .isEqualTo(1));
    }

    /** @param number from 0, in the order of the file */
    private record Woman(int number, String caseNumber) {

        Fate fate() {
            return Fate.values()[number % Fate.values().length];
        }

        /** Days by which she comes after the first woman with her fate. */
        int delay() {
            return 17 * (number / Fate.values().length);
        }

        String prisonNumber() {
            return "T%04dMA".formatted(number);
        }

        String site() {
            return number / 2 % 2 == 0 ? "north" : "south";
        }

        String otherSite() {
            return "north".equals(site()) ? "south" : "north";
        }

        @Override
        public String toString() {
            return fate() + " (" + caseNumber + ")";
        }
    }

    private record Reported(Woman woman, Fate.Happening happening) {

        Instant at() {
            return START.plus(Duration.ofDays(happening.day())).plus(Duration.ofHours(1));
        }
    }
}
