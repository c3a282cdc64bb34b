package org.throughcare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.ProcessTest;
import org.throughcare.StaffOfTest;
import org.throughcare.casefile.ProgrammeStep;
import org.throughcare.casefile.ProgrammeSteps;
import org.throughcare.caseload.StaffMembers;
import org.throughcare.rehearsal.Rehearsal;
import org.throughcare.time.WorkingCalendar;

/**
 * Tells one woman's story through forms alone: the start form of the journey, and each task's form. What the story does
 * not say is ordinary work, which the rehearsal fills in; time moves by the clock.
 */
abstract class WomansStoryTest extends ProcessTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int MOST_MOMENTS = 400;
    private static final Duration TIME_FOR_A_TASK = Duration.ofMinutes(20);
    private static final List<String> ANSWERED_NO = List.of(
            "withdrawalRisk",
            "pregnant",
            "forcedMarriageRisk",
            "sexualViolence",
            "childWithoutCarer",
            "acuteMentalIllness",
            "medicinesGap",
            "overdoseRisk",
            "fromYouthEstate",
            "interpreterNeeded",
            "firstTimeInPrison",
            "childrenInCare",
            "farFromHome",
            "currentCounselling",
            "outOfTouchWithFamily",
            "wantsFamilyContact",
            "pauseWanted");
    private static final List<String> PATHWAYS = List.of(
            "Accommodation",
            "Employment",
            "PhysicalHealth",
            "MentalHealth",
            "DrugsAlcohol",
            "Finance",
            "Family",
            "Thinking",
            "Abuse",
            "SexWork",
            "IdentityPapers",
            "Motherhood",
            "Legal",
            "Culture",
            "Communication");

    @Autowired
    Rehearsal rehearsal;

    @Autowired
    ProgrammeSteps programmeSteps;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    private StaffMembers staffMembers;

    private final Map<String, Object> whatIsKnown = new HashMap<>();
    private final Set<String> leftForLater = new HashSet<>();
    private StaffOfTest staff;

    String her;
    String herCaseManager;

    @BeforeEach
    void anOrdinaryDay() {
        staff = StaffOfTest.alone(staffMembers);
        herCaseManager = staff.caseManager("herCaseManager");
        whatIsKnown.clear();
        leftForLater.clear();
        ANSWERED_NO.forEach(question -> whatIsKnown.put(question, "no"));
        PATHWAYS.forEach(pathway -> whatIsKnown.put("need" + pathway, "none"));
        whatIsKnown.put("selfHarmRisk", "none");
        whatIsKnown.put("familyThreat", "none");
        whatIsKnown.put("safeAddress", "yes");
        whatIsKnown.put("riskLevel", "low");
        whatIsKnown.put("providerChangeReason", "She knows them.");
        whatIsKnown.put("responsivityFactors", List.of());
    }

    @AfterEach
    void everybodyGoesHome() {
        staff.leave();
    }

    /** What she says or what is found whenever a form asks for it. */
    void known(String question, Object answer) {
        whatIsKnown.put(question, answer);
    }

    /** Ordinary work that is not done unless the story says so. */
    void leftForLater(String taskId) {
        leftForLater.add(taskId);
    }

    /** The prison registers her admission with the journey's start form; she is sentenced. */
    void isAdmitted(String name, LocalDate releaseDate) {
        isAdmitted(name, "sentenced", releaseDate.toString());
    }

    /** The same; the release date is empty when nobody knows it. */
    void isAdmitted(String name, String legalStatus, String releaseDate) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("prisonNumber", "F%04dWS".formatted(NUMBER.incrementAndGet()));
        answers.put("womanName", name);
        answers.put("dateOfBirth", "1991-04-03");
        answers.put("site", "north");
        answers.put("admissionDate", today().toString());
        answers.put("legalStatus", legalStatus);
        answers.put("releaseDate", releaseDate);
        answers.put("homeDistrict", "Northtown");
        answers.put("language", "en");
        String journey = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("journey")
                .latestVersion()
                .singleResult()
                .getId();
        her = formService.submitStartForm(journey, answers).getBusinessKey();
        runJobs();
    }

    /** Staff do their ordinary work, each task when it comes, until this task comes to somebody. */
    Task whenItComesTo(String taskId) {
        return whenItComes(taskId, () -> open().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(taskId))
                .findFirst());
    }

    /** The same, until that task about that step comes. */
    Task whenItComesTo(String taskId, ProgrammeStep step) {
        return whenItComes(taskId + " about " + step.activity(), () -> about(step, taskId));
    }

    private Task whenItComes(String awaited, Supplier<Optional<Task>> look) {
        for (int moment = 0; moment < MOST_MOMENTS; moment++) {
            runJobs();
            Optional<Task> come = look.get();
            if (come.isPresent()) {
                return come.get();
            }
            List<Task> work = open().stream()
                    .filter(task -> !leftForLater.contains(task.getTaskDefinitionKey()))
                    .toList();
            if (work.isEmpty()) {
                waitForTheNextThing(awaited);
            } else {
                work.forEach(task -> rehearsal.submit(task.getId(), whatIsKnown));
                advance(TIME_FOR_A_TASK);
            }
        }
        return fail("%s never came; open are %s", awaited, openTasks(her));
    }

    /** Staff do their ordinary work, each task when it comes, until the morning of that day. */
    void livesOnUntil(LocalDate day) {
        Instant end = calendar.at("north", day, LocalTime.of(10, 0));
        while (clock.instant().isBefore(end)) {
            runJobs();
            List<Task> work = open();
            work.forEach(task -> rehearsal.submit(task.getId(), whatIsKnown));
            Instant next = work.isEmpty() ? nextTimer() : clock.instant().plus(TIME_FOR_A_TASK);
            advanceTo(next.isAfter(end) ? end : next);
        }
    }

    /** Somebody fills in the form of that task; what the story does not say is ordinary. */
    void answered(Task task, Map<String, Object> answers) {
        Map<String, Object> story = new HashMap<>(whatIsKnown);
        story.putAll(answers);
        assertThat(rehearsal.submit(task.getId(), story)).isTrue();
        runJobs();
    }

    /** The same, for the one open task with that id. */
    void answered(String taskId, Map<String, Object> answers) {
        answered(task(her, taskId), answers);
    }

    /** Somebody fills in a form exactly so. */
    void filledIn(Task task, Map<String, Object> answers) {
        formService.submitTaskForm(task.getId(), new HashMap<>(answers));
        runJobs();
    }

    /** She is offered that step, accepts, and it begins on the day that was agreed with her. */
    void beginsOnTheAgreedDay(ProgrammeStep step) {
        LocalDate start = today().plusDays(7);
        answered(
                whenItComesTo("UserTask_OfferStep", step),
                Map.of("herAnswer", "accepted", "startDate", start.toString()));
        theDayComes(start);
        answered(about(step, "UserTask_BeginStep").orElseThrow(), Map.of("hasBegun", "yes"));
        assertThat(programmeSteps.get(step.id()).status()).isEqualTo("running");
    }

    /** Everybody else does the work with her that is open now. */
    void meanwhileTheOthersDoTheirWork(Task butNot) {
        for (List<Task> others = othersThan(butNot); !others.isEmpty(); others = othersThan(butNot)) {
            others.forEach(task -> rehearsal.submit(task.getId(), whatIsKnown));
            runJobs();
        }
    }

    private List<Task> othersThan(Task one) {
        return open().stream().filter(task -> !task.getId().equals(one.getId())).toList();
    }

    /** The morning of that day comes. */
    void theDayComes(LocalDate day) {
        advanceTo(calendar.at("north", day, LocalTime.of(10, 0)));
    }

    /** Her step with that activity. */
    ProgrammeStep step(String activity) {
        return programmeSteps.of(her).stream()
                .filter(step -> step.activity().equals(activity))
                .findFirst()
                .orElseGet(() -> fail("no step %s in %s", activity, activities()));
    }

    /** Her activities, in order. */
    List<String> activities() {
        return programmeSteps.of(her).stream()
                .sorted(Comparator.comparing(ProgrammeStep::step))
                .map(ProgrammeStep::activity)
                .toList();
    }

    /** The open task about that step, if there is one. */
    Optional<Task> about(ProgrammeStep step, String taskId) {
        return open().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(taskId))
                .filter(task -> ("step:" + step.id()).equals(taskService.getVariable(task.getId(), "subject")))
                .findFirst();
    }

    LocalDate today() {
        return calendar.today("north");
    }

    boolean isLate(Task task) {
        return task.getDueDate().toInstant().isBefore(clock.instant());
    }

    List<Task> open() {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(her)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    private void waitForTheNextThing(String awaited) {
        assertThat(managementService.createJobQuery().timers().count())
                .as("nothing more will happen, and %s never came", awaited)
                .isPositive();
        advanceTo(nextTimer());
    }

    private Instant nextTimer() {
        return managementService.createJobQuery().timers().orderByJobDuedate().asc().listPage(0, 1).stream()
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .findFirst()
                .orElse(Instant.MAX);
    }
}
