package org.throughcare.journey.casemanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.AWoman;
import org.throughcare.ProcessTest;
import org.throughcare.StaffOfTest;
import org.throughcare.casefile.Need;
import org.throughcare.casefile.Needs;
import org.throughcare.casefile.Objectives;
import org.throughcare.caseload.Caseload;
import org.throughcare.caseload.StaffMember;
import org.throughcare.caseload.StaffMembers;
import org.throughcare.forms.RefusedAnswerException;

/** Case management before release, branch by branch (domain rules 7 and 15). */
class CaseManagementTest extends ProcessTest {

    @Autowired
    private Caseload caseload;

    @Autowired
    private StaffMembers staffMembers;

    @Autowired
    private Needs needs;

    @Autowired
    private Objectives objectives;

    private StaffOfTest staff;

    @BeforeEach
    void nobodyElseWorks() {
        staff = StaffOfTest.alone(staffMembers);
    }

    @AfterEach
    void everybodyIsBack() {
        staff.leave();
    }

    // the case manager

    @Test
    void sheGetsACaseManagerWhoseTasksComeToHer() {
        String her = staff.caseManager("her");
        String woman = aWoman().admitted();

        ProcessInstance process = start("caseManagement", woman);

        assertThat(cases.get(woman).caseManager()).isEqualTo(her);
        assertThat(runtimeService.getVariable(process.getId(), "caseManager")).isEqualTo(her);
        Task ask = task(woman, "UserTask_AskWhatSheWants");
        assertThat(ask.getAssignee()).isEqualTo(her);
        assertThat(groupsOf(ask)).containsExactly("caseManager.north");
    }

    @Test
    void whenNobodyHasRoomTheSupervisorChoosesWithAReasonInTheJournal() {
        String her = fullCaseManager("her");
        String woman = aWoman().admitted();

        start("caseManagement", woman);
        assertThat(openTasks(woman)).containsExactly("UserTask_ApproveOverLimit");
        assertThat(groupsOf(task(woman, "UserTask_ApproveOverLimit"))).containsExactly("supervisor.north");
        assertThat(shown(woman, "UserTask_ApproveOverLimit", "caseManagers")).contains("5 of 5 in custody");

        actAs("supervisor.north", "supervisor.north");
        submit(
                woman,
                "UserTask_ApproveOverLimit",
                Map.of("chosenCaseManager", her, "overLimitReason", "She knows her."));
        identityService.clearAuthentication();

        assertThat(cases.get(woman).caseManager()).isEqualTo(her);
        assertThat(caseload.load(her).isOverLimit()).isTrue();
        assertThat(task(woman, "UserTask_AskWhatSheWants").getAssignee()).isEqualTo(her);
        assertThat(journalOf(woman, "overLimitApproved")).singleElement().satisfies(entry -> {
            assertThat(entry.by()).isEqualTo("supervisor.north");
            assertThat(entry.details())
                    .containsEntry("reason", "She knows her.")
                    .containsEntry("overLimit", true);
        });
    }

    @Test
    void aChoiceOverTheLimitNeedsAWomanOfTheSiteAndAReason() {
        String her = fullCaseManager("her");
        String him = staff.caseManager(
                "him",
                member -> new StaffMember(
                        member.userId(), member.role(), member.site(), member.displayName(), false, "full", true));
        String woman = aWoman().admitted();
        start("caseManagement", woman);

        assertThatThrownBy(() -> submit(
                        woman,
                        "UserTask_ApproveOverLimit",
                        Map.of("chosenCaseManager", him, "overLimitReason", "He has time.")))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("chosenCaseManager");
        assertThatThrownBy(() -> submit(woman, "UserTask_ApproveOverLimit", Map.of("chosenCaseManager", her)))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("overLimitReason");
        assertThat(cases.get(woman).caseManager()).isNull();
        assertThat(openTasks(woman)).containsExactly("UserTask_ApproveOverLimit");
    }

    @Test
    void aLateChoiceReachesTheManagerAndGoesAwayWithTheChoice() {
        String her = fullCaseManager("her");
        String woman = aWoman().admitted();
        start("caseManagement", woman);

        advance(Duration.ofDays(3));
        assertThat(openTasks(woman)).containsExactly("UserTask_ApproveOverLimit", "UserTask_ChaseOverLimit");
        assertThat(groupsOf(task(woman, "UserTask_ChaseOverLimit"))).containsExactly("manager");

        submit(
                woman,
                "UserTask_ApproveOverLimit",
                Map.of("chosenCaseManager", her, "overLimitReason", "Two leave next week."));
        assertThat(openTasks(woman)).containsExactly("UserTask_AskWhatSheWants");
    }

    @Test
    void theManagerSettlesALateChoiceWhileItStaysWithTheSupervisor() {
        fullCaseManager("her");
        String woman = aWoman().admitted();
        start("caseManagement", woman);
        advance(Duration.ofDays(3));

        submit(woman, "UserTask_ChaseOverLimit", settled());

        assertThat(openTasks(woman)).containsExactly("UserTask_ApproveOverLimit");
    }

    @Test
    void aCaseThatChangesHandsTakesItsOpenTasksAlong() {
        String before = staff.caseManager("before");
        String woman = aWoman().admitted();
        ProcessInstance process = start("caseManagement", woman);
        String after = staff.caseManager("after");

        caseload.reassign(woman, after, "Maternity leave.");

        assertThat(before).isNotEqualTo(after);
        assertThat(task(woman, "UserTask_AskWhatSheWants").getAssignee()).isEqualTo(after);
        assertThat(runtimeService.getVariable(process.getId(), "caseManager")).isEqualTo(after);
    }

    // the preparations

    @Test
    void aFullPlanPreparesEverythingTheRolesCanDo() {
        String woman = planned(
                aWoman().knownTo("needDrugsAlcohol", "high"),
                Map.of("wantsFamilyContact", "yes", "familyThreat", "none"));

        assertThat(openTasks(woman))
                .containsExactly(
                        "UserTask_DrawUpReleasePlan",
                        "UserTask_FindHousing",
                        "UserTask_GatherIdentityPapers",
                        "UserTask_PrepareDrugTreatment",
                        "UserTask_PrepareHealth",
                        "UserTask_PrepareWork",
                        "UserTask_RestoreFamilyTies",
                        "UserTask_SetUpMoney");
        assertThat(groupsOf(task(woman, "UserTask_GatherIdentityPapers"))).containsExactly("releaseCoordinator.north");
        assertThat(groupsOf(task(woman, "UserTask_PrepareHealth"))).containsExactly("healthcare.north");
        assertThat(groupsOf(task(woman, "UserTask_PrepareDrugTreatment"))).containsExactly("substanceMisuse.north");
        assertThat(groupsOf(task(woman, "UserTask_RestoreFamilyTies"))).containsExactly("socialWorker.north");
        assertThat(decisionsOf(woman)).contains("releasePlanScope", "preparations", "referrals", "planReviewInterval");
    }

    @Test
    void aBasicPlanPreparesPapersHousingAndHealth() {
        String woman = planned(aWoman().onTrack("short"), Map.of("wantsFamilyContact", "yes", "familyThreat", "none"));

        assertThat(openTasks(woman))
                .containsExactly(
                        "UserTask_DrawUpReleasePlan",
                        "UserTask_FindHousing",
                        "UserTask_GatherIdentityPapers",
                        "UserTask_PrepareHealth");
    }

    @Test
    void onRemandAPlanForTheSameDayIsKeptReadyAndLookedAtAgain() {
        String woman = planned(aWoman().onRemand(), Map.of());
        assertThat(openTasks(woman)).containsExactly("UserTask_KeepSameDayPlan");

        submit(woman, "UserTask_KeepSameDayPlan", Map.of("firstNightPlace", "With her sister"));
        assertThat(openTasks(woman)).isEmpty();

        advance(Duration.ofDays(21));
        assertThat(openTasks(woman)).contains("UserTask_KeepSameDayPlan");
    }

    @Test
    void familyTiesAreNotPreparedAgainstAThreatNorAgainstHerWish() {
        String threatened = planned(aWoman(), Map.of("wantsFamilyContact", "yes", "familyThreat", "suspected"));
        String unwilling = planned(aWoman(), Map.of("wantsFamilyContact", "no", "familyThreat", "none"));
        String notAsked = planned(aWoman(), Map.of("wantsFamilyContact", "notAsked", "familyThreat", "none"));
        String threatNotKnown = planned(aWoman(), Map.of("wantsFamilyContact", "yes"));

        for (String woman : List.of(threatened, unwilling, notAsked, threatNotKnown)) {
            assertThat(openTasks(woman)).doesNotContain("UserTask_RestoreFamilyTies");
        }
    }

    @Test
    void aThreatLeadsToASafetyPlanOnEveryTrack() {
        String known = planned(aWoman(), Map.of("familyThreat", "known"));
        String marriage = planned(aWoman().onTrack("veryShort"), Map.of("forcedMarriageRisk", "yes"));
        String abuse = planned(aWoman().onRemand().knownTo("needAbuse", "high"), Map.of());

        for (String woman : List.of(known, marriage, abuse)) {
            assertThat(groupsOf(task(woman, "UserTask_MakeSafetyPlan"))).containsExactly("socialWorker.north");
        }
    }

    @Test
    void aLateSafetyPlanReachesTheSupervisor() {
        String woman = planned(aWoman().onRemand(), Map.of("familyThreat", "known"));

        advance(Duration.ofDays(7));
        assertThat(groupsOf(task(woman, "UserTask_ChaseSafetyPlan"))).containsExactly("supervisor.north");
        submit(woman, "UserTask_ChaseSafetyPlan", settled());
        submit(
                woman,
                "UserTask_MakeSafetyPlan",
                Map.of("threatFrom", "A brother", "safetySteps", "Refuge", "statusAbuse", "inProgress"));

        assertThat(openTasks(woman)).doesNotContain("UserTask_MakeSafetyPlan", "UserTask_ChaseSafetyPlan");
    }

    @Test
    void whatIsSettledOrDeclinedIsNotAskedAgain() {
        String woman = planned(
                aWoman().onTrack("short")
                        .knownTo("statusIdentityPapers", "met")
                        .knownTo("statusAccommodation", "declined"),
                Map.of());

        assertThat(openTasks(woman)).containsExactly("UserTask_DrawUpReleasePlan", "UserTask_PrepareHealth");
    }

    @Test
    void allPreparationsDoneLeaveThePlanToItself() {
        String woman = planned(aWoman().onTrack("short"), Map.of());

        submit(
                woman,
                "UserTask_GatherIdentityPapers",
                Map.of("papersMissing", List.of("passport"), "statusIdentityPapers", "inProgress"));
        submit(woman, "UserTask_FindHousing", Map.of("housingKind", "refuge", "statusAccommodation", "met"));
        submit(woman, "UserTask_PrepareHealth", Map.of("doctorRegistered", "yes", "statusPhysicalHealth", "met"));

        assertThat(openTasks(woman)).containsExactly("UserTask_DrawUpReleasePlan");
        assertThat(passed("EndEvent_RoundPrepared")).isTrue();
        assertThat(facts.text(woman, "statusAccommodation")).contains("met");
    }

    // the plan

    @Test
    void herPlanIsReviewedWithTheCommunityTeamAndChangedWhenTheyAsk() {
        String woman = planned(aWoman().onTrack("short"), Map.of());

        decides(woman, "agreedAndShared");
        assertThat(groupsOf(task(woman, "UserTask_ReviewWithCommunityTeam"))).containsExactly("communityWorker.north");
        submit(
                woman,
                "UserTask_ReviewWithCommunityTeam",
                Map.of(
                        "reviewTakenPart",
                        List.of("woman"),
                        "teamView",
                        "changes",
                        "changesTeamAsksFor",
                        "A later date"));
        decides(woman, "agreedAndShared");
        submit(
                woman,
                "UserTask_ReviewWithCommunityTeam",
                Map.of("reviewTakenPart", List.of("woman"), "teamView", "agreed"));

        assertThat(openTasks(woman)).doesNotContain("UserTask_DrawUpReleasePlan", "UserTask_ReviewWithCommunityTeam");
        assertThat(passed("EndEvent_PlanReviewed")).isTrue();
    }

    @Test
    void sheMayChangeHerPlanKeepItToHerselfOrWantNone() {
        String woman = planned(aWoman().onTrack("short"), Map.of());

        decides(woman, "changes");
        assertThat(openTasks(woman)).contains("UserTask_DrawUpReleasePlan");
        decides(woman, "agreedKept");
        assertThat(openTasks(woman)).doesNotContain("UserTask_DrawUpReleasePlan", "UserTask_ReviewWithCommunityTeam");

        String another = planned(aWoman().onTrack("short"), Map.of());
        decides(another, "declined");
        assertThat(openTasks(another)).doesNotContain("UserTask_DrawUpReleasePlan", "UserTask_ReviewWithCommunityTeam");
        assertThat(passed("EndEvent_PlanKept")).isTrue();
    }

    @Test
    void aPlanThatTakesThreeWeeksReachesTheSupervisor() {
        String woman = planned(aWoman().onTrack("short"), Map.of());

        advance(Duration.ofDays(21));
        assertThat(groupsOf(task(woman, "UserTask_ChaseReleasePlan"))).containsExactly("supervisor.north");
        submit(woman, "UserTask_ChaseReleasePlan", settled());
        assertThat(openTasks(woman)).contains("UserTask_DrawUpReleasePlan").doesNotContain("UserTask_ChaseReleasePlan");
    }

    @Test
    void thePlanIsLookedAtAgainAndPreparationsAreAskedForOnce() {
        String woman = planned(aWoman().onTrack("short"), Map.of());
        decides(woman, "agreedKept");

        advance(Duration.ofDays(14));

        assertThat(openTasks(woman)).contains("UserTask_DrawUpReleasePlan");
        assertThat(openTasks(woman)).containsOnlyOnce("UserTask_GatherIdentityPapers");
    }

    @Test
    void aSentenceAfterRemandIsPlannedForAtOnce() {
        String woman = planned(aWoman().onRemand(), Map.of());
        submit(woman, "UserTask_KeepSameDayPlan", Map.of("firstNightPlace", "With her sister"));

        cases.changeTrack(woman, "full");
        messages.setCodes(woman, Map.of("track", "full"));

        assertThat(openTasks(woman))
                .contains("UserTask_DrawUpReleasePlan", "UserTask_GatherIdentityPapers", "UserTask_SetUpMoney");
        assertThat(passed("CatchEvent_PlanOutdated")).isTrue();
    }

    @Test
    void aMeetingThatFindsThePlanOutdatedStartsTheNextRound() {
        String woman = planned(aWoman().onTrack("short"), Map.of());
        decides(woman, "agreedKept");
        advance(Duration.ofDays(7));

        submit(woman, "UserTask_HoldWeeklyMeeting", Map.of("meetingOutcome", "held", "planStillFits", "no"));

        assertThat(openTasks(woman)).contains("UserTask_DrawUpReleasePlan");
    }

    @Test
    void whenCustodyHasEndedNothingIsPlannedAnyMore() {
        String woman = planned(aWoman().onRemand(), Map.of());
        submit(woman, "UserTask_KeepSameDayPlan", Map.of("firstNightPlace", "With her sister"));
        cases.recordRelease(woman, clock.instant());

        advance(Duration.ofDays(21));

        assertThat(passed("EndEvent_CustodyEnded")).isTrue();
        assertThat(passed("EndEvent_CaseManagementEnded")).isTrue();
    }

    // the weekly meetings

    @Test
    void thereIsAMeetingEveryWeekAndAMissedOneIsNotedWithoutConsequence() {
        String woman = planned(aWoman().onTrack("short"), Map.of());

        advance(Duration.ofDays(7));
        assertThat(task(woman, "UserTask_HoldWeeklyMeeting").getAssignee())
                .isEqualTo(cases.get(woman).caseManager());
        submit(woman, "UserTask_HoldWeeklyMeeting", Map.of("meetingOutcome", "missed"));
        assertThat(openTasks(woman)).doesNotContain("UserTask_HoldWeeklyMeeting");

        advance(Duration.ofDays(7));
        assertThat(openTasks(woman)).containsOnlyOnce("UserTask_HoldWeeklyMeeting");

        advance(Duration.ofDays(7));
        assertThat(openTasks(woman)).containsOnlyOnce("UserTask_HoldWeeklyMeeting");
        assertThat(journalOf(woman, "meetingNotRecorded")).hasSize(1);
        assertThat(passed("EndEvent_MissedMeetingNoted")).isTrue();
    }

    @Test
    void aNeedThatComesUpBecomesAnObjectiveAndIsReferred() {
        String woman = planned(aWoman().onTrack("short").knownTo("needFinance", "high"), Map.of());
        advance(Duration.ofDays(7));
        long askedBefore =
                decisionsOf(woman).stream().filter("referrals"::equals).count();

        Map<String, Object> answers = new HashMap<>();
        answers.put("meetingOutcome", "held");
        answers.put("newNeed", "raised");
        answers.put("newNeedPathway", "finance");
        answers.put("newNeedLevel", "low");
        answers.put("newObjective", "Settle the rent arrears");
        answers.put("newObjectiveSide", "community");
        answers.put("newObjectiveBy", "2026-03-01");
        submit(woman, "UserTask_HoldWeeklyMeeting", answers);

        assertThat(objectives.of(woman)).singleElement().satisfies(objective -> {
            assertThat(objective.description()).isEqualTo("Settle the rent arrears");
            assertThat(objective.pathway()).isEqualTo("finance");
        });
        assertThat(needs.of(woman)).extracting(Need::pathway, Need::level).containsExactly(tuple("finance", "high"));
        assertThat(decisionsOf(woman).stream().filter("referrals"::equals).count())
                .isEqualTo(askedBefore + 1);
        assertThat(shown(woman, "UserTask_DrawUpReleasePlan", "planObjectives")).contains("Settle the rent arrears");
    }

    @Test
    void nothingSheSaysBecomesAProcessVariable() {
        String woman = planned(aWoman().onTrack("short"), Map.of("worriesAfterRelease", "canary-7fd1"));
        decides(woman, "changes");

        assertThat(historyService.createHistoricVariableInstanceQuery().list())
                .noneSatisfy(variable ->
                        assertThat(String.valueOf(variable.getValue())).contains("canary"));
        assertThat(facts.text(woman, "worriesAfterRelease")).contains("canary-7fd1");
    }

    // what the tests say

    private String planned(AWoman her, Map<String, Object> answers) {
        staff.caseManager("manager" + System.nanoTime());
        String woman = her.admitted();
        start("caseManagement", woman);
        Map<String, Object> all = new HashMap<>(answers);
        all.put("hopesAfterRelease", "canary: a flat of her own");
        submit(woman, "UserTask_AskWhatSheWants", all);
        return woman;
    }

    private void decides(String woman, String decision) {
        submit(woman, "UserTask_DrawUpReleasePlan", Map.of("herDecision", decision));
    }

    private String fullCaseManager(String name) {
        String her = staff.caseManager(name);
        for (int i = 0; i < 5; i++) {
            aWoman().ownedBy(her).admitted();
        }
        return her;
    }

    private static Map<String, Object> settled() {
        return Map.of("lateBecause", "Leave", "lateSettledBy", "A colleague, tomorrow");
    }

    private String shown(String woman, String taskId, String key) {
        return formService.getTaskFormData(task(woman, taskId).getId()).getFormFields().stream()
                .filter(field -> field.getId().equals(key))
                .map(field -> String.valueOf(field.getValue().getValue()))
                .findFirst()
                .orElseThrow();
    }

    private List<Object> decisionsOf(String woman) {
        return journalOf(woman, "decided").stream()
                .map(entry -> entry.details().get("decision"))
                .toList();
    }

    private boolean passed(String activity) {
        return historyService.createHistoricActivityInstanceQuery().activityId(activity).list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .anyMatch(activity::equals);
    }
}
