package org.throughcare.journey.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughcare.forms.RefusedAnswerException;

/** How follow-up ends, and that nobody falls through before it does (study 000; domain rules 13 and 14). */
class FollowUpEndsTest extends FollowUpProcessTest {

    private static final String CLOSING_REVIEW = "UserTask_HoldClosingReview";
    private static final String CONFIRM = "UserTask_ConfirmFreeChoice";
    private static final String REVIEW = "UserTask_ReviewLostContact";

    @Test
    void twoMissedContactsStartASearchNotASanction() {
        released();
        missesContact();
        assertThat(openTasks(her)).doesNotContain(TRY_OTHER_WAYS);
        missesContact();

        assertThat(openTasks(her)).containsExactly(TRY_OTHER_WAYS);
        assertThat(groupsOf(task(her, TRY_OTHER_WAYS))).containsExactly("communityWorker.north");
        assertThat(flags.of(her)).isEmpty();
    }

    @Test
    void foundAgainHerContactsStepUpUntilSheKeepsOne() {
        released();
        firstMonthsKept(SETTLED);
        missesContact();
        missesContact();
        search("found");

        assertThat(facts.text(her, "stable")).contains("no");
        assertThat(runtimeService.getVariable(instance, "every")).isEqualTo("P3DT12H");
        assertThat(runtimeService.getVariable(instance, "channel")).isEqualTo("inPerson");
        assertThat(nextContactDay()).isBetween(today().plusDays(2), today().plusDays(5));

        comesToContact(SETTLED);
        assertThat(nextContactDay()).isEqualTo(today().plusDays(14));
    }

    @Test
    void attemptsAreDaysApartAndTheSupervisorDecidesAfterThree() {
        released();
        missesContact();
        missesContact();
        search("notFound");
        assertThat(openTasks(her)).isEmpty();
        advance(Duration.ofDays(3));
        search("notFound");
        advance(Duration.ofDays(3));
        search("notFound");

        assertThat(openTasks(her)).containsExactly(REVIEW);
        assertThat(groupsOf(task(her, REVIEW))).containsExactly("supervisor.north");
    }

    @Test
    void theSupervisorHasTheSearchGoOn() {
        released();
        lostAfterThreeAttempts();
        submit(her, REVIEW, Map.of("lostContactDecision", "keepTrying", "lostContactReason", "Her sister may know."));
        assertThat(openTasks(her)).containsExactly(TRY_OTHER_WAYS);
        search("notFound");
        advance(Duration.ofDays(3));
        search("found");

        assertThat(hasEnded()).isFalse();
        assertThat(nextContactDay()).isAfter(today());
    }

    @Test
    void closedAsContactLostAfterARealSearch() {
        released();
        lostAfterThreeAttempts();
        submit(her, REVIEW, Map.of("lostContactDecision", "close", "lostContactReason", "All ways were tried."));
        runJobs();

        assertEndedAs("lostContact", "EndEvent_ContactLost");
        assertThat(contacts.of(her))
                .filteredOn(contact -> "search".equals(contact.kind()))
                .hasSize(3);
    }

    @Test
    void aLateSearchGoesToTheSupervisor() {
        released();
        missesContact();
        missesContact();
        advance(Duration.ofDays(2));

        assertThat(openTasks(her)).containsExactly("UserTask_ChaseOverdueSearch", TRY_OTHER_WAYS);
        submit(
                her,
                "UserTask_ChaseOverdueSearch",
                Map.of("overdueCause", "tooMuchWork", "overdueAction", "supervisor"));
        assertThat(openTasks(her)).containsExactly(TRY_OTHER_WAYS);
    }

    @Test
    void theSupervisorNeedNotAskAboutASearchThatIsOver() {
        released();
        missesContact();
        missesContact();
        advance(Duration.ofDays(2));
        search("found");

        assertThat(openTasks(her)).isEmpty();
        assertThat(hasEnded()).isFalse();
    }

    @Test
    void foundAndWantsNoMoreSupport() {
        released();
        missesContact();
        missesContact();
        search("declined");

        assertThat(openTasks(her)).containsExactly(CONFIRM);
    }

    @Test
    void foundInAnotherArea() {
        released();
        missesContact();
        missesContact();
        search("movedAway");

        assertThat(openTasks(her)).containsExactly("UserTask_HandOverToNewArea");
    }

    @Test
    void herFreeChoiceEndsTheSupport() {
        released();
        untilContactIsDue();
        submitContact("declined", Map.of());
        assertThat(groupsOf(task(her, CONFIRM))).containsExactly("supervisor.north");
        submit(
                her,
                CONFIRM,
                Map.of("freeChoice", "confirmed", "pressureSeen", "no", "safetyNet", List.of("comeBack", "numbers")));
        runJobs();

        assertEndedAs("declinedSupport", "EndEvent_SupportDeclined");
    }

    @Test
    void supportGoesOnWhenItIsNotHerFreeChoice() {
        released();
        untilContactIsDue();
        submitContact("declined", Map.of());
        submit(her, CONFIRM, Map.of("freeChoice", "keepOffering"));
        runJobs();

        assertThat(hasEnded()).isFalse();
        assertThat(nextContactDay()).isAfter(today());
    }

    @Test
    void aChoiceUnderPressureOrWithoutASafetyNetIsNotConfirmed() {
        released();
        untilContactIsDue();
        submitContact("declined", Map.of());

        assertThatThrownBy(() -> submit(
                        her,
                        CONFIRM,
                        Map.of("freeChoice", "confirmed", "pressureSeen", "yes", "safetyNet", List.of("numbers"))))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("freeChoice");
        assertThatThrownBy(() -> submit(her, CONFIRM, Map.of("freeChoice", "confirmed")))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("safetyNet");
        assertThat(openTasks(her)).containsExactly(CONFIRM);
    }

    @Test
    void movedAwayIsHandedToTheNewArea() {
        released();
        untilContactIsDue();
        submitContact("movedAway", Map.of());
        submit(
                her,
                "UserTask_HandOverToNewArea",
                Map.of(
                        "newDistrict",
                        "Southport",
                        "newAreaConsent",
                        "yes",
                        "newAreaService",
                        "Harbour House",
                        "newAreaAnswer",
                        "accepted"));
        runJobs();

        assertEndedAs("movedAway", "EndEvent_MovedAway");
    }

    @Test
    void movedAwayWithoutConsentNobodyIsToldAndTheCaseStillEnds() {
        released();
        untilContactIsDue();
        submitContact("movedAway", Map.of());
        submit(
                her,
                "UserTask_HandOverToNewArea",
                Map.of("newDistrict", "Southport", "newAreaConsent", "no", "addressesGiven", true));
        runJobs();

        assertEndedAs("movedAway", "EndEvent_MovedAway");
    }

    @Test
    void theYearEndsWithALookBack() {
        released();
        keepsContactsUntil(LocalDate.of(2027, 1, 11), SETTLED);
        assertThat(openTasks(her)).doesNotContain(CLOSING_REVIEW);
        advanceTo(Instant.parse("2027-01-12T09:00:00Z"));

        assertThat(openTasks(her)).containsExactly(CLOSING_REVIEW);
        assertThat(groupsOf(task(her, CLOSING_REVIEW))).containsExactly("communityWorker.north");
        closeTheYear();
        assertEndedAs("yearCompleted", "EndEvent_YearCompleted");
    }

    @Test
    void theYearEndsWhateverIsStillOpen() {
        released();
        missesContact();
        missesContact();
        advanceTo(Instant.parse("2027-01-12T09:00:00Z"));

        assertThat(openTasks(her)).containsExactly(CLOSING_REVIEW);
        closeTheYear();
        assertEndedAs("yearCompleted", "EndEvent_YearCompleted");
    }

    @Test
    void releasedOnLeapDayHerYearEndsOnTheLastOfFebruary() {
        clock.freezeAt(Instant.parse("2028-02-29T11:00:00Z"));
        released();

        assertThat(date("yearEndsAt")).isEqualTo("2029-02-28T09:00:00Z");
        assertThat(date("day14At")).isEqualTo("2028-03-14T09:00:00Z");
        advanceTo(Instant.parse("2029-02-28T08:59:00Z"));
        assertThat(openTasks(her)).doesNotContain(CLOSING_REVIEW);
        advanceTo(Instant.parse("2029-02-28T09:00:00Z"));
        assertThat(openTasks(her)).containsExactly(CLOSING_REVIEW);
    }

    @Test
    void daysAreCountedInTheZoneOfHerSite() {
        clock.freezeAt(Instant.parse("2026-06-30T23:30:00Z"));
        released();

        assertThat(date("day14At")).isEqualTo("2026-07-15T08:00:00Z");
        assertThat(date("yearEndsAt")).isEqualTo("2027-07-01T08:00:00Z");
    }

    private void lostAfterThreeAttempts() {
        missesContact();
        missesContact();
        search("notFound");
        advance(Duration.ofDays(3));
        search("notFound");
        advance(Duration.ofDays(3));
        search("notFound");
    }

    private void closeTheYear() {
        submit(
                her,
                CLOSING_REVIEW,
                Map.of("closingHeld", "inPerson", "wentWell", "Her own room.", "whereToTurn", "The women's centre."));
        runJobs();
    }
}
