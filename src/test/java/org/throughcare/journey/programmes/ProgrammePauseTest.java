package org.throughcare.journey.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A crisis pauses and never fails; the self-development group is counted by the week (study 001, Jade; 000). */
class ProgrammePauseTest extends ProgrammeProcessTest {

    private void jadeOnHerProgramme() {
        begins(aWoman().named("Jade")
                .ownedBy("kiri")
                .knownTo("lynchPinNeed", "drugsAlcohol")
                .knownTo("currentCounselling", "yes"));
        begins(ADDICTIONS);
    }

    private boolean pauseIsRequested() {
        return messages.send("ProgrammePauseRequested", her, Map.of());
    }

    private void groupWeek(String progress) {
        advance(Duration.ofDays(7));
        answer(
                GROUP_WEEK,
                SELF_DEVELOPMENT,
                Map.of("groupSessions", 2, "weeklyMeeting", "yes", "progress", progress, "progressReason", "Her son."));
    }

    @Test
    void jadesProgrammeIsPausedNotFailedAndGoesOnWhenSheCan() {
        jadeOnHerProgramme();

        assertThat(pauseIsRequested()).isTrue();
        assertThat(statusOf(ADDICTIONS)).isEqualTo("paused");
        assertThat(openFor(RESUME)).containsExactly(ADDICTIONS);
        assertThat(taskFor(RESUME, ADDICTIONS).getAssignee()).isEqualTo("kiri");
        assertThat(openFor(PROGRESS)).containsExactly(COUNSELLING);

        LocalDate later = today().plusDays(21);
        answer(RESUME, ADDICTIONS, Map.of("goesOnNow", "later", "lookAgainOn", later.toString()));
        assertThat(LocalDate.ofInstant(taskFor(RESUME, ADDICTIONS).getDueDate().toInstant(), ZoneOffset.UTC))
                .isEqualTo(later);

        answer(RESUME, ADDICTIONS, Map.of("goesOnNow", "yes"));
        assertThat(statusOf(ADDICTIONS)).isEqualTo("running");
        completes(ADDICTIONS);
        assertThat(historyOf(ADDICTIONS)).containsExactly("waiting", "running", "paused", "running", "completed");
    }

    @Test
    void counsellingIsNotPaused() {
        jadeOnHerProgramme();
        pauseIsRequested();

        assertThat(statusOf(COUNSELLING)).isEqualTo("running");
        assertThat(journalOf(her, "programmesPaused")).singleElement().satisfies(entry -> assertThat(entry.details())
                .containsEntry("steps", List.of(ADDICTIONS)));
    }

    @Test
    void aPauseCanBeAskedForAgain() {
        jadeOnHerProgramme();
        pauseIsRequested();
        answer(RESUME, ADDICTIONS, Map.of("goesOnNow", "yes"));

        assertThat(pauseIsRequested()).isTrue();
        assertThat(openFor(RESUME)).containsExactly(ADDICTIONS);
    }

    @Test
    void aPauseWithoutARunningGroupChangesNothing() {
        begins(aWoman().knownTo("lynchPinNeed", "drugsAlcohol"));

        assertThat(pauseIsRequested()).isTrue();
        assertThat(openFor(OFFER)).containsExactly(ADDICTIONS, SELF_DEVELOPMENT);
        assertThat(openFor(RESUME)).isEmpty();
    }

    @Test
    void whoDeliversItMayPauseItToo() {
        jadeOnHerProgramme();
        answer(PROGRESS, ADDICTIONS, Map.of("progress", "paused", "progressReason", "Her mother is ill."));

        assertThat(statusOf(ADDICTIONS)).isEqualTo("paused");
        assertThat(step(ADDICTIONS).statusReason()).isEqualTo("Her mother is ill.");
        assertThat(openFor(RESUME)).containsExactly(ADDICTIONS);
    }

    @Test
    void whoDoesNotGoOnIsAskedWhatWouldHelp() {
        jadeOnHerProgramme();
        pauseIsRequested();
        answer(RESUME, ADDICTIONS, Map.of("goesOnNow", "no"));

        assertThat(openFor(TALK)).containsExactly(ADDICTIONS);
        talksOver(ADDICTIONS, "close");
        assertThat(statusOf(ADDICTIONS)).isEqualTo("leftEarly");
    }

    @Test
    void theSelfDevelopmentGroupRunsEightWeeksAndIsNotedEachWeek() {
        begins(aWoman().knownTo("lynchPinNeed", "finance"));
        begins(SELF_DEVELOPMENT);
        assertThat(openFor(GROUP_WEEK)).isEmpty();

        for (int week = 1; week <= 7; week++) {
            groupWeek("goesOn");
            assertThat(statusOf(SELF_DEVELOPMENT)).isEqualTo("running");
        }
        groupWeek("goesOn");

        assertThat(statusOf(SELF_DEVELOPMENT)).isEqualTo("completed");
        assertThat(journalOf(her, "formSubmitted").stream().filter(entry -> "recordGroupWeek"
                        .equals(entry.details().get("form"))))
                .hasSize(8);
    }

    @Test
    void theGroupFormSaysWhichWeekItIs() {
        begins(aWoman().knownTo("lynchPinNeed", "finance"));
        begins(SELF_DEVELOPMENT);
        groupWeek("goesOn");
        advance(Duration.ofDays(7));

        String task = taskFor(GROUP_WEEK, SELF_DEVELOPMENT).getId();
        assertThat(formService.getTaskFormVariables(task).get("groupWeek")).isEqualTo("2 of 8");
    }

    @Test
    void weeksBeforeAPauseStillCount() {
        begins(aWoman().knownTo("lynchPinNeed", "finance"));
        begins(SELF_DEVELOPMENT);
        groupWeek("goesOn");
        groupWeek("paused");
        answer(RESUME, SELF_DEVELOPMENT, Map.of("goesOnNow", "yes"));

        for (int week = 2; week <= 8; week++) {
            groupWeek("goesOn");
        }
        assertThat(statusOf(SELF_DEVELOPMENT)).isEqualTo("completed");
    }

    @Test
    void herCaseManagerCatchesUpEverySixWeeks() {
        jadeOnHerProgramme();
        advance(Duration.ofDays(41));
        assertThat(openTasks(her)).doesNotContain(CATCH_UP);
        advance(Duration.ofDays(1));
        assertThat(task(her, CATCH_UP).getAssignee()).isEqualTo("kiri");
        submit(her, CATCH_UP, Map.of("howSheFeels", "Steady.", "pauseWanted", "no"));
        assertThat(openTasks(her)).doesNotContain(CATCH_UP, RESUME);

        advance(Duration.ofDays(42));
        assertThat(openTasks(her)).contains(CATCH_UP);
    }

    @Test
    void everyThreeWeeksInAFirstTimeInPrison() {
        begins(aWoman().knownTo("lynchPinNeed", "drugsAlcohol").knownTo("firstTimeInPrison", "yes"));

        advance(Duration.ofDays(20));
        assertThat(openTasks(her)).doesNotContain(CATCH_UP);
        advance(Duration.ofDays(1));
        assertThat(openTasks(her)).contains(CATCH_UP);
    }

    @Test
    void aCatchUpMayLeadToAPause() {
        jadeOnHerProgramme();
        advance(Duration.ofDays(42));
        submit(her, CATCH_UP, Map.of("howSheFeels", "Worn out.", "pauseWanted", "pause"));

        assertThat(statusOf(ADDICTIONS)).isEqualTo("paused");
        assertThat(openFor(RESUME)).containsExactly(ADDICTIONS);
    }
}
