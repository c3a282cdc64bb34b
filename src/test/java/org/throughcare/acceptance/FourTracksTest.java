package org.throughcare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.decisions.Decisions;
import org.throughcare.journey.Journeys;

/** One woman on each track: which work comes, on which day, for whom, and by when, against what the tables say. */
class FourTracksTest extends WomansStoryTest {

    private static final List<String> BEFORE_RELEASE = List.of("intakePanel", "caseManagement", "handover");

    @Autowired
    private Decisions decisions;

    @Autowired
    private Journeys journeys;

    private final Map<String, Seen> seen = new LinkedHashMap<>();

    /**
     * A task as it came.
     *
     * @param role the role that the case itself chose; null when the table chooses
     * @param within the time that the case itself allows; null when the table does
     */
    private record Seen(
            String id,
            String process,
            List<String> groups,
            Instant came,
            Instant due,
            int priority,
            String role,
            String within) {}

    @Override
    List<Task> open() {
        List<Task> open = super.open();
        open.forEach(task -> seen.computeIfAbsent(task.getId(), id -> look(task)));
        return open;
    }

    private Seen look(Task task) {
        return new Seen(
                task.getTaskDefinitionKey(),
                task.getProcessDefinitionId().replaceAll(":.*", ""),
                groupsOf(task),
                task.getCreateTime().toInstant(),
                task.getDueDate().toInstant(),
                task.getPriority(),
                (String) taskService.getVariable(task.getId(), "responsibleRole"),
                (String) taskService.getVariable(task.getId(), "respondWithin"));
    }

    @Test
    void withTimeForTheFullJourneyPreparationsBeginMonthsBefore() {
        LocalDate release = today().plusMonths(10);
        known("firstTimeInPrison", "yes");
        known("complexityOfNeed", "low");
        isAdmitted("Aroha", release);

        livesOnUntil(release.plusDays(35));

        assertThat(cases.get(her).track()).isEqualTo("full");
        assertThat(firstDayOf("caseManagement")).contains(release.minusMonths(leadMonths("full")));
        assertThat(firstDayOf("handover")).contains(release.minusWeeks(noticeWeeks("full")));
        assertThat(firstDayOf("releaseDay")).contains(release);
        assertThat(firstDayOf("programmeSequencing").orElseThrow()).isBefore(release.minusMonths(leadMonths("full")));
        assertThat(processes()).containsAll(BEFORE_RELEASE);
        theTablesSayWhoAndByWhen();
    }

    @Test
    void onAShortSentencePreparationsBeginSoonerAndThePlanIsBasic() {
        LocalDate release = today().plusMonths(5);
        known("complexityOfNeed", "low");
        isAdmitted("Rena", release);

        livesOnUntil(release.plusDays(35));

        assertThat(cases.get(her).track()).isEqualTo("short");
        assertThat(firstDayOf("caseManagement")).contains(release.minusMonths(leadMonths("short")));
        assertThat(firstDayOf("handover")).contains(release.minusWeeks(noticeWeeks("short")));
        assertThat(firstDayOf("releaseDay")).contains(release);
        assertThat(decided("releasePlanScope")).isEqualTo("basic");
        theTablesSayWhoAndByWhen();
    }

    @Test
    void whenReleaseIsWeeksAwayEverythingStartsAtOnce() {
        LocalDate release = today().plusWeeks(5);
        LocalDate admission = today();
        isAdmitted("Tui", release);

        livesOnUntil(release.plusDays(35));

        assertThat(cases.get(her).track()).isEqualTo("veryShort");
        assertThat(leadMonths("veryShort")).isZero();
        assertThat(firstDayOf("caseManagement")).contains(admission);
        assertThat(firstDayOf("handover")).contains(release.minusWeeks(noticeWeeks("veryShort")));
        assertThat(firstDayOf("releaseDay")).contains(release);
        assertThat(processes()).doesNotContain("intakePanel");
        theTablesSayWhoAndByWhen();
    }

    @Test
    void onRemandAPlanIsKeptReadyAndACourtMayReleaseHerThisAfternoon() {
        LocalDate admission = today();
        isAdmitted("Ngaire", "remand", "");
        livesOnUntil(admission.plusWeeks(6));

        assertThat(cases.get(her).track()).isEqualTo("remand");
        assertThat(firstDayOf("caseManagement")).contains(admission);
        assertThat(processes()).doesNotContain("handover", "releaseDay", "followUp");

        advance(Duration.ofHours(5));
        journeys.release(her, clock.instant());
        runJobs();
        LocalDate release = today();
        livesOnUntil(release.plusDays(35));

        assertThat(firstDayOf("releaseDay")).contains(release);
        assertThat(firstDayOf("followUp").orElseThrow()).isBetween(release, release.plusDays(7));
        assertThat(decided("releasePlanScope")).isEqualTo("sameDay");
        theTablesSayWhoAndByWhen();
    }

    private void theTablesSayWhoAndByWhen() {
        for (Seen task : seen.values()) {
            Map<String, Object> level =
                    decisions.ask("serviceLevels", Map.of("task", task.id())).only();
            String role = Optional.ofNullable(task.role()).orElse((String) level.get("role"));
            String within = Optional.ofNullable(task.within()).orElse((String) level.get("dueWithin"));
            assertThat(task.groups()).as(task.id()).contains(role + ".north");
            assertThat(task.due()).as(task.id()).isEqualTo(calendar.dueAfter("north", within, task.came()));
            assertThat(task.priority())
                    .as(task.id())
                    .isGreaterThanOrEqualTo(((Number) level.get("priority")).intValue());
        }
        assertThat(seen).hasSizeGreaterThan(20);
    }

    /** The day on which the first task of that process came, in the site's zone. */
    private Optional<LocalDate> firstDayOf(String process) {
        return seen.values().stream()
                .filter(task -> task.process().equals(process))
                .map(task -> calendar.dateAt("north", task.came()))
                .min(LocalDate::compareTo);
    }

    private Collection<String> processes() {
        Collection<String> processes = new TreeSet<>();
        seen.values().forEach(task -> processes.add(task.process()));
        return processes;
    }

    private long leadMonths(String track) {
        Map<String, Object> known =
                Map.of("track", track, "complexityOfNeed", "low", "farFromHome", false, "childrenInCare", false);
        return ((Number) decisions.ask("caseManagementStart", known).only().get("leadMonths")).longValue();
    }

    private long noticeWeeks(String track) {
        return ((Number) decisions
                        .ask("releasePlanScope", Map.of("track", track))
                        .only()
                        .get("noticeWeeks"))
                .longValue();
    }

    private Object decided(String decision) {
        return decisions
                .ask(decision, Map.of("track", cases.get(her).track()))
                .only()
                .get("scope");
    }
}
