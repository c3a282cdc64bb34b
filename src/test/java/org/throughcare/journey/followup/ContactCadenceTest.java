package org.throughcare.journey.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughcare.forms.RefusedAnswerException;

/** How often she is contacted: the table decides, the calendar of her site gives the day (study 000). */
class ContactCadenceTest extends FollowUpProcessTest {

    @Test
    void twiceAWeekInTheFirstMonth() {
        released();

        assertThat(keepsContactsUntil(releaseDay().plusDays(28), UNSETTLED)).isEqualTo(8);
    }

    @Test
    void twiceAWeekInTheFirstMonthEvenWhenSheSeemsSettled() {
        released();

        assertThat(keepsContactsUntil(releaseDay().plusDays(28), SETTLED)).isEqualTo(8);
    }

    @Test
    void everyOtherDayInTheFirstMonthAtHighRisk() {
        released();
        comesToContact(Map.of("stable", "no", "riskLevel", "high"));

        assertThat(ChronoUnit.DAYS.between(today(), nextContactDay())).isBetween(2L, 4L);
        assertThat(runtimeService.getVariable(instance, "every")).isEqualTo("P2D");
        assertThat(runtimeService.getVariable(instance, "channel")).isEqualTo("inPerson");
    }

    @Test
    void twiceAMonthOnceSettled() {
        released();
        firstMonthsKept(SETTLED);

        assertThat(keepsContactsUntil(today().plusWeeks(12), SETTLED)).isEqualTo(6);
    }

    @Test
    void everyWeekWhileNotSettled() {
        released();
        firstMonthsKept(UNSETTLED);

        assertThat(keepsContactsUntil(today().plusWeeks(5), UNSETTLED)).isEqualTo(5);
    }

    @Test
    void aMissedContactBringsTheNextOneForward() {
        released();
        firstMonthsKept(SETTLED);
        missesContact();

        assertThat(nextContactDay()).isEqualTo(today().plusDays(7));
        assertThat(lastContactMade().outcome()).isEqualTo("missed");
        assertThat(openTasks(her)).doesNotContain(TRY_OTHER_WAYS);

        comesToContact(SETTLED);
        assertThat(nextContactDay()).isEqualTo(today().plusDays(14));
    }

    @Test
    void aMissedContactLeavesWhatIsKnownAboutHer() {
        released();
        comesToContact(SETTLED);
        missesContact();

        assertThat(facts.text(her, "stable")).contains("yes");
        assertThat(facts.text(her, "riskLevel")).contains("low");
    }

    @Test
    void aHigherRiskBringsTheNextOneForward() {
        released();
        firstMonthsKept(SETTLED);
        comesToContact(Map.of("stable", "yes", "riskLevel", "high"));

        assertThat(nextContactDay()).isEqualTo(today().plusDays(7));
    }

    @Test
    void aContactIsOnAWorkingDayInTheDaytimeOfHerSite() {
        released();

        for (int i = 0; i < 12; i++) {
            comesToContact(UNSETTLED);
            assertThat(calendar.isWorkingDay(site(), nextContactDay())).isTrue();
            assertThat(nextContact().atZone(calendar.zone(site())).toLocalTime())
                    .isEqualTo(LocalTime.of(10, 0));
        }
    }

    @Test
    void theTimeOfDayStaysAcrossTheChangeToSummerTime() {
        clock.freezeAt(Instant.parse("2026-03-25T09:00:00Z"));
        released();

        untilContactIsDue();
        Instant inSummer = clock.instant();
        assertThat(inSummer).isEqualTo("2026-03-30T09:00:00Z").isEqualTo(ten(LocalDate.of(2026, 3, 30)));
        assertThat(date("day14At")).isEqualTo("2026-04-08T08:00:00Z");
    }

    @Test
    void theTimeOfDayStaysAcrossTheChangeToWinterTime() {
        clock.freezeAt(Instant.parse("2026-10-21T08:00:00Z"));
        released();

        untilContactIsDue();
        assertThat(clock.instant()).isEqualTo("2026-10-26T10:00:00Z").isEqualTo(ten(LocalDate.of(2026, 10, 26)));
        assertThat(date("day14At")).isEqualTo("2026-11-04T09:00:00Z");
    }

    @Test
    void sheChoosesAnotherDay() {
        released();
        untilContactIsDue();
        LocalDate saturday = LocalDate.of(2026, 1, 24);
        submitContact("putOff", Map.of("contactRescheduledTo", saturday.toString()));

        assertThat(nextContactDay()).isEqualTo(saturday);
        assertThat(contacts.missedInARow(her)).isZero();
        assertThat(lastContactMade().outcome()).isEqualTo("cancelled");

        comesToContact(UNSETTLED);
        assertThat(nextContactDay()).isEqualTo(LocalDate.of(2026, 1, 27));
    }

    @Test
    void aDayInThePastOrOutOfSightIsRefusedAndNothingIsStored() {
        released();
        untilContactIsDue();

        for (String day : new String[] {today().toString(), today().plusDays(22).toString()}) {
            assertThatThrownBy(() -> submitContact("putOff", Map.of("contactRescheduledTo", day)))
                    .isInstanceOf(RefusedAnswerException.class)
                    .hasMessageContaining("contactRescheduledTo");
        }
        assertThat(openTasks(her)).contains(MAKE_CONTACT);
        assertThat(journalOf(her, "formSubmitted")).isEmpty();
    }

    @Test
    void aLateContactGoesToTheSupervisorAndStaysWithTheWorker() {
        released();
        untilContactIsDue();
        advance(java.time.Duration.ofDays(2));

        assertThat(openTasks(her)).containsExactly("UserTask_ChaseOverdueContact", MAKE_CONTACT);
        assertThat(groupsOf(task(her, "UserTask_ChaseOverdueContact"))).containsExactly("supervisor.north");

        submit(
                her,
                "UserTask_ChaseOverdueContact",
                Map.of("overdueCause", "workerAway", "overdueAction", "otherWorker"));
        assertThat(openTasks(her)).containsExactly(MAKE_CONTACT);
        submitContact("kept", UNSETTLED);
        assertThat(nextContactDay()).isAfter(today());
    }

    @Test
    void onceTheLateContactIsRecordedTheSupervisorNeedNotAsk() {
        released();
        untilContactIsDue();
        advance(java.time.Duration.ofDays(3));
        submitContact("kept", UNSETTLED);

        assertThat(openTasks(her)).isEmpty();
        assertThat(nextContactDay()).isAfter(today());
    }

    @Test
    void theContactTaskBelongsToTheCommunityWorkersOfHerSiteAndIsDueTheNextDay() {
        released();
        untilContactIsDue();

        assertThat(groupsOf(task(her, MAKE_CONTACT))).containsExactly("communityWorker.north");
        assertThat(task(her, MAKE_CONTACT).getDueDate().toInstant())
                .isEqualTo(nextContact().plus(1, ChronoUnit.DAYS));
        assertThat(task(her, MAKE_CONTACT).getPriority()).isEqualTo(70);
    }

    private Instant ten(LocalDate day) {
        return calendar.at(site(), day, LocalTime.of(10, 0));
    }
}
