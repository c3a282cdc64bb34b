package org.throughcare.journey.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clear start date that is kept (study 001). */
class ProgrammeStartTest extends ProgrammeProcessTest {

    private static final String EXPLAIN = "UserTask_ExplainMissedStart";

    @BeforeEach
    void offered() {
        begins(aWoman().ownedBy("kiri").knownTo("lynchPinNeed", "drugsAlcohol"));
    }

    private static LocalDate dueOn(Task task) {
        return LocalDate.ofInstant(task.getDueDate().toInstant(), ZoneOffset.UTC);
    }

    @Test
    void sheIsAskedAgainOnTheDayThatSheNames() {
        LocalDate later = today().plusDays(30);
        answer(OFFER, ADDICTIONS, Map.of("herAnswer", "notYet", "offerAgainOn", later.toString()));

        assertThat(openFor(OFFER)).contains(ADDICTIONS);
        assertThat(dueOn(taskFor(OFFER, ADDICTIONS))).isEqualTo(later);
        assertThat(statusOf(ADDICTIONS)).isEqualTo("waiting");
    }

    @Test
    void theStartIsDueOnTheDayThatWasAgreed() {
        accepts(ADDICTIONS, today().plusDays(10));

        assertThat(dueOn(taskFor(BEGIN, ADDICTIONS))).isEqualTo(today().plusDays(10));
        assertThat(step(ADDICTIONS).startedAt()).isNull();
        answer(BEGIN, ADDICTIONS, Map.of("hasBegun", "yes"));
        assertThat(statusOf(ADDICTIONS)).isEqualTo("running");
        assertThat(step(ADDICTIONS).startedAt()).isEqualTo(clock.instant());
    }

    @Test
    void aStartThatWasNotKeptIsExplainedToHerByHerCaseManager() {
        accepts(ADDICTIONS, today().plusDays(10));
        advance(Duration.ofDays(10));
        assertThat(openTasks(her)).doesNotContain(EXPLAIN);
        advance(Duration.ofDays(1));

        assertThat(task(her, EXPLAIN).getAssignee()).isEqualTo("kiri");
        answer(
                EXPLAIN,
                ADDICTIONS,
                Map.of("missedStartReason", "The facilitator was ill.", "toldHerOn", today().toString()));
        assertThat(openFor(BEGIN)).contains(ADDICTIONS);
    }

    @Test
    void aDayThatMovedGivesANewDueDate() {
        accepts(ADDICTIONS, today().plusDays(10));
        LocalDate moved = today().plusDays(24);
        answer(
                BEGIN,
                ADDICTIONS,
                Map.of("hasBegun", "moved", "newStartDate", moved.toString(), "whyNotBegun", "No room."));

        assertThat(dueOn(taskFor(BEGIN, ADDICTIONS))).isEqualTo(moved);
        advance(Duration.ofDays(15));
        assertThat(openTasks(her)).doesNotContain(EXPLAIN);
        answer(BEGIN, ADDICTIONS, Map.of("hasBegun", "yes"));
        assertThat(statusOf(ADDICTIONS)).isEqualTo("running");
    }

    @Test
    void whoNoLongerWantsToBeginIsAskedWhatWouldHelp() {
        accepts(ADDICTIONS, today());
        answer(BEGIN, ADDICTIONS, Map.of("hasBegun", "notWanted", "whyNotBegun", "She is afraid of the group."));
        assertThat(openFor(TALK)).containsExactly(ADDICTIONS);

        talksOver(ADDICTIONS, "tryAgain");
        assertThat(openFor(OFFER)).contains(ADDICTIONS);
        assertThat(historyOf(ADDICTIONS)).containsOnly("waiting");
    }

    @Test
    void decliningIsTalkedOverAndMayBeClosed() {
        answer(OFFER, ADDICTIONS, Map.of("herAnswer", "declined"));
        assertThat(task(her, TALK).getAssignee()).isEqualTo("kiri");
        assertThat(statusOf(ADDICTIONS)).isEqualTo("waiting");

        talksOver(ADDICTIONS, "close");
        assertThat(statusOf(ADDICTIONS)).isEqualTo("declined");
        assertThat(openFor(OFFER)).containsExactly(SELF_DEVELOPMENT);
    }

    @Test
    void progressIsNotedAsOftenAsTheTableSays() {
        begins(ADDICTIONS);
        assertThat(dueOn(taskFor(PROGRESS, ADDICTIONS))).isEqualTo(today().plusDays(28));

        advance(Duration.ofDays(28));
        goesOn(ADDICTIONS);
        assertThat(dueOn(taskFor(PROGRESS, ADDICTIONS))).isEqualTo(today().plusDays(28));
    }
}
