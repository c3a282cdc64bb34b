package org.throughcare.journey.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.casefile.Needs;

/** What runs beside the contacts: the checks on day 14 and 28, the support group and the reassessment. */
class FollowUpChecksTest extends FollowUpProcessTest {

    private static final String GROUP = "UserTask_RecordSupportGroup";
    private static final String REASSESS = "UserTask_ReassessNeeds";

    @Autowired
    Needs needs;

    @Test
    void onDay14TheWorkerChecksAndHealthGivesItsViewNeitherWaiting() {
        released();
        advanceTo(Instant.parse("2026-01-26T09:00:00Z"));

        assertThat(openTasks(her)).contains("UserTask_CheckOnDay14", "UserTask_GiveHealthViewOnDay14");
        assertThat(groupsOf(task(her, "UserTask_GiveHealthViewOnDay14"))).containsExactly("healthcare.north");
        submitHealthView(14, "none");
        submitCheck(14, "none", UNSETTLED);
        assertThat(openTasks(her)).doesNotContain("UserTask_CheckOnDay14", "UserTask_GiveHealthViewOnDay14");
        assertThat(timesPassed("EndEvent_Day14Checked")).isEqualTo(2);
        assertThat(flags.of(her)).isEmpty();
    }

    @Test
    void substanceMisuseGivesTheViewWhereDrugsAreANeed() {
        released(aWoman().knownTo("needDrugsAlcohol", "high"));
        advanceTo(Instant.parse("2026-01-26T09:00:00Z"));

        assertThat(groupsOf(task(her, "UserTask_GiveHealthViewOnDay14"))).containsExactly("substanceMisuse.north");
    }

    @Test
    void theCheckLooksAgainOnDay28() {
        released();
        advanceTo(Instant.parse("2026-02-09T08:59:00Z"));
        assertThat(openTasks(her)).doesNotContain("UserTask_CheckOnDay28");
        advanceTo(Instant.parse("2026-02-09T09:00:00Z"));
        submitCheck(28, "none", UNSETTLED);
        submitHealthView(28, "none");

        assertThat(timesPassed("EndEvent_Day28Checked")).isEqualTo(2);
    }

    @Test
    void aDangerSeenByHealthStartsAnUrgentResponse() {
        released();
        advanceTo(Instant.parse("2026-01-26T09:00:00Z"));
        submitHealthView(14, "overdose");

        assertThat(flags.open(her)).singleElement().satisfies(flag -> {
            assertThat(flag.flag()).isEqualTo("overdose");
            assertThat(flag.role()).isEqualTo("substanceMisuse");
        });
        assertThat(facts.text(her, "overdoseRisk")).contains("yes");
        assertThat(urgentResponses()).isEqualTo(1);
    }

    @Test
    void aDangerSeenInAContactStartsAnUrgentResponseAndContactGoesOn() {
        released();
        untilContactIsDue();
        submitContact("kept", Map.of("stable", "no", "riskLevel", "high", "contactWorry", "noSafeAddress"));

        assertThat(flags.open(her)).singleElement().satisfies(flag -> {
            assertThat(flag.flag()).isEqualTo("noSafeAddress");
            assertThat(flag.severity()).isEqualTo("immediate");
        });
        assertThat(urgentResponses()).isEqualTo(1);
        assertThat(nextContactDay()).isAfter(today());
    }

    @Test
    void aCheckThatFindsARiskBringsTheNextContactForward() {
        released();
        comesToContact(SETTLED);
        advanceTo(Instant.parse("2026-01-26T09:00:00Z"));
        Instant before = nextContact();
        submitContactIfDue();
        Instant planned = nextContact();
        submitCheck(14, "none", Map.of("stable", "no", "riskLevel", "high"));

        assertThat(nextContact()).isBeforeOrEqualTo(planned).isAfter(before.minusSeconds(1));
        assertThat(runtimeService.getVariable(instance, "every")).isEqualTo("P2D");
    }

    @Test
    void theSupportGroupIsNotedOnceAMonthForElevenMonths() {
        released();
        int noted = 0;
        for (int month = 1; month <= 11; month++) {
            advanceTo(calendar.at(site(), releaseDay().plusMonths(month), java.time.LocalTime.of(9, 0)));
            submit(her, GROUP, Map.of("supportGroupAttended", 2, "supportGroupGoesOn", "yes"));
            noted++;
        }
        assertThat(noted).isEqualTo(11);
        assertThat(timesPassed("EndEvent_SupportGroupOver")).isEqualTo(1);
    }

    @Test
    void sheLeavesTheSupportGroupWhenSheWants() {
        released();
        advanceTo(Instant.parse("2026-02-12T09:00:00Z"));
        submit(her, GROUP, Map.of("supportGroupAttended", 0, "supportGroupGoesOn", "no"));
        advance(Duration.ofDays(40));

        assertThat(openTasks(her)).doesNotContain(GROUP);
        assertThat(timesPassed("EndEvent_SupportGroupOver")).isEqualTo(1);
    }

    @Test
    void herNeedsAreLookedAtAfreshEveryThreeMonths() {
        released(aWoman().knownTo("needAccommodation", "high").knownTo("statusAccommodation", "inProgress"));
        for (LocalDate day :
                List.of(LocalDate.of(2026, 4, 12), LocalDate.of(2026, 7, 12), LocalDate.of(2026, 10, 12))) {
            advanceTo(calendar.at(site(), day.minusDays(1), java.time.LocalTime.NOON));
            assertThat(openTasks(her)).doesNotContain(REASSESS);
            advanceTo(calendar.at(site(), day, java.time.LocalTime.of(9, 0)));
            reassess(Map.of("needAccommodation", "none", "statusAccommodation", "met", "needFinance", "high"));
        }

        assertThat(timesPassed("EndEvent_ReassessmentsDone")).isEqualTo(1);
        assertThat(needs.of(her))
                .anyMatch(need ->
                        need.pathway().equals("accommodation") && need.status().equals("met"))
                .anyMatch(
                        need -> need.pathway().equals("finance") && need.level().equals("high"));
    }

    @Test
    void aNewNeedLeadsToANewReferral() {
        released();
        advanceTo(Instant.parse("2026-04-12T09:00:00Z"));
        reassess(Map.of("needFinance", "high", "statusFinance", "notStarted"));

        assertThat((Integer) runtimeService.getVariable(instance, "referralsCount"))
                .isPositive();
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey("referral")
                        .processInstanceBusinessKey(her)
                        .count())
                .isPositive();
    }

    @Test
    void aReassessmentHasTheContactPlanLookedAtAgain() {
        released();
        firstMonthsKept(SETTLED);
        keepsContactsUntil(LocalDate.of(2026, 4, 12), SETTLED);
        reassess(Map.of());
        keepsContactsUntil(LocalDate.of(2026, 7, 12), SETTLED);
        Instant planned = nextContact();
        reassess(Map.of("stable", "no", "riskLevel", "high"));

        assertThat(runtimeService.getVariable(instance, "every")).isEqualTo("P3DT12H");
        assertThat(nextContact()).isBefore(planned);
        assertThat(contacts.of(her))
                .filteredOn(contact -> "due".equals(contact.outcome()))
                .hasSize(1);
    }

    @Test
    void aServerThatWasDownOverTheDatesDoesEachOnce() {
        released();
        clock.freezeAt(Instant.parse("2026-05-20T12:00:00Z"));
        runJobs();

        assertThat(openTasks(her))
                .containsExactlyInAnyOrder(
                        MAKE_CONTACT,
                        "UserTask_CheckOnDay14",
                        "UserTask_GiveHealthViewOnDay14",
                        "UserTask_CheckOnDay28",
                        "UserTask_GiveHealthViewOnDay28",
                        GROUP,
                        REASSESS);
        submit(her, GROUP, Map.of("supportGroupAttended", 1, "supportGroupGoesOn", "yes"));
        runJobs();
        assertThat(runtimeService.getVariable(instance, "groupMonth")).isEqualTo(2);
        assertThat(openTasks(her)).contains(GROUP);
        submitContact("kept", UNSETTLED);
        assertThat(nextContact()).isAfter(clock.instant());
    }

    private void submitContactIfDue() {
        while (openTasks(her).contains(MAKE_CONTACT)) {
            submitContact("kept", SETTLED);
        }
    }

    private void submitHealthView(int day, String danger) {
        submit(her, "UserTask_GiveHealthViewOnDay" + day, Map.of("medicinesContinued", "yes", "checkWorry", danger));
        runJobs();
    }

    private void submitCheck(int day, String danger, Map<String, Object> howSheIs) {
        Map<String, Object> answers = new HashMap<>(howSheIs);
        answers.put("checkHeld", "withHer");
        answers.put("appointmentsAWeek", 6);
        answers.put("appointmentLoad", "tooMany");
        answers.put("appointmentRelief", "Probation every two weeks.");
        answers.put("checkWorry", danger);
        submit(her, "UserTask_CheckOnDay" + day, answers);
        runJobs();
    }

    private void reassess(Map<String, Object> found) {
        Map<String, Object> answers = new HashMap<>(SETTLED);
        answers.put("reassessmentHeld", "withHer");
        answers.putAll(found);
        submit(her, REASSESS, answers);
        runJobs();
    }

    private long timesPassed(String endEvent) {
        return historyService
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityId(endEvent)
                .finished()
                .count();
    }

    private long urgentResponses() {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey("urgentResponse")
                .processInstanceBusinessKey(her)
                .count();
    }
}
