package org.throughcare.journey.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.ProcessTest;
import org.throughcare.casefile.NewObjective;
import org.throughcare.casefile.Objectives;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.referrals.ConsentChanges;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;

/** The handover from six weeks before release until somebody outside has taken her, or nothing may go out. */
class HandoverTest extends ProcessTest {

    private static final LocalDate SIX_WEEKS_ON = LocalDate.of(2026, 2, 23);

    @Autowired
    Consents consents;

    @Autowired
    ConsentChanges consentChanges;

    @Autowired
    Referrals referrals;

    @Autowired
    Objectives objectives;

    @Test
    void theCommunityWorkerAcceptsHerByName() {
        String caseNumber = aWoman().releasedOn(SIX_WEEKS_ON).ownedBy("kiri").admitted();
        ProcessInstance handover = start("handover", caseNumber);
        assertThat(openTasks(caseNumber))
                .containsExactly("UserTask_AcknowledgeComingRelease", "UserTask_AnswerFourQuestions");
        assertThat(groupsOf(task(caseNumber, "UserTask_AcknowledgeComingRelease")))
                .containsExactly("communityWorker.north");
        assertThat(task(caseNumber, "UserTask_AnswerFourQuestions").getAssignee())
                .isEqualTo("kiri");
        plan(caseNumber);
        submit(caseNumber, "UserTask_AskHandoverConsent", consent("given"));
        assertThat(consents.inForce(caseNumber, Consents.COMMUNITY_TEAM, ConsentKind.RELEASE_PLAN, clock.instant()))
                .isTrue();
        assertThat(consents.inForce(caseNumber, Consents.COMMUNITY_TEAM, ConsentKind.HEALTH, clock.instant()))
                .isTrue();
        assertThat(consents.inForce(caseNumber, Consents.COMMUNITY_TEAM, ConsentKind.FAMILY, clock.instant()))
                .isFalse();
        assertThat(journalOf(caseNumber, "handoverSent")).hasSize(1);
        submit(
                caseNumber,
                "UserTask_AcceptHandover",
                Map.of("handoverAnswer", "accepted", "handoverAcceptedBy", "Tui"));
        assertEnded(handover, "EndEvent_HandedOver");
        assertThat(facts.text(caseNumber, "handoverAcceptedBy")).contains("Tui");
    }

    @Test
    void theCommunityTeamSeesWhatSheAchievedAndWhatIsOpen() {
        String caseNumber = aWoman().releasedOn(SIX_WEEKS_ON).admitted();
        objectives.add(caseNumber, new NewObjective("Find a flat", "accommodation", "community", null));
        long done = objectives.add(caseNumber, new NewObjective("See her son", "family", "prison", null));
        objectives.changeStatus(done, "completed", "Visit took place.");
        start("handover", caseNumber);
        plan(caseNumber);
        submit(caseNumber, "UserTask_AskHandoverConsent", consent("given"));
        Map<String, Object> shown = shown(caseNumber, "UserTask_AcceptHandover");
        assertThat(shown.get("completedObjectives").toString())
                .contains("See her son")
                .doesNotContain("Find a flat");
        assertThat(shown.get("outstandingObjectives").toString())
                .contains("Find a flat")
                .doesNotContain("See her son");
        assertThat(shown.get("fourQuestions").toString()).contains("Met at the gate?", "Her sister");
    }

    @Test
    void aTeamThatIsSilentForAWeekIsRungUp() {
        String caseNumber = aWoman().releasedOn(SIX_WEEKS_ON).admitted();
        start("handover", caseNumber);
        advance(Duration.ofDays(7));
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_AnswerFourQuestions", "UserTask_TellCommunityTeam");
        submit(caseNumber, "UserTask_TellCommunityTeam", Map.of("communityContactName", "Tui"));
        answerQuestionsAndChecklist(caseNumber);
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_AskHandoverConsent");
    }

    @Test
    void withoutHerConsentNothingGoesOutAndTheJourneyGoesOn() {
        String caseNumber = aWoman().releasedOn(SIX_WEEKS_ON).admitted();
        ProcessInstance handover = start("handover", caseNumber);
        plan(caseNumber);
        submit(caseNumber, "UserTask_AskHandoverConsent", consent("refused"));
        assertEnded(handover, "EndEvent_NothingSentWithoutConsent");
        assertThat(journalOf(caseNumber, "consentRefused")).hasSize(1);
        assertThat(journalOf(caseNumber, "handoverSent")).isEmpty();
    }

    @Test
    void notAskedIsNotARefusalAndSendsNothingEither() {
        String caseNumber = aWoman().releasedOn(SIX_WEEKS_ON).admitted();
        ProcessInstance handover = start("handover", caseNumber);
        plan(caseNumber);
        submit(caseNumber, "UserTask_AskHandoverConsent", consent("notAsked"));
        assertEnded(handover, "EndEvent_NothingSentWithoutConsent");
        assertThat(journalOf(caseNumber, "handoverNotSent")).hasSize(1);
        assertThat(consents.of(caseNumber)).isEmpty();
    }

    @Test
    void consentForOthersIsKeptByRecipientAndKind() {
        String caseNumber = aWoman().releasedOn(SIX_WEEKS_ON).admitted();
        start("handover", caseNumber);
        plan(caseNumber);
        Map<String, Object> answers = new HashMap<>(consent("refused"));
        answers.put(
                "otherConsents",
                List.of(
                        Map.of(
                                "recipient",
                                "gp",
                                "kinds",
                                List.of("identity", "health"),
                                "consent",
                                "given",
                                "until",
                                "2027-01-31",
                                "how",
                                "inWriting"),
                        Map.of(
                                "recipient",
                                "probation",
                                "kinds",
                                List.of("health"),
                                "consent",
                                "refused",
                                "how",
                                "spoken")));
        submit(caseNumber, "UserTask_AskHandoverConsent", answers);
        assertThat(consents.inForce(caseNumber, "gp", ConsentKind.HEALTH, clock.instant()))
                .isTrue();
        assertThat(consents.inForce(caseNumber, "probation", ConsentKind.HEALTH, clock.instant()))
                .isFalse();
    }

    @Test
    void aConsentThatHasEndedAlreadyIsRefusedByTheForm() {
        String caseNumber = aWoman().releasedOn(SIX_WEEKS_ON).admitted();
        start("handover", caseNumber);
        plan(caseNumber);
        Map<String, Object> answers = new HashMap<>(consent("given"));
        answers.put("handoverConsentUntil", "2026-01-11");
        assertThatThrownBy(() -> submit(caseNumber, "UserTask_AskHandoverConsent", answers))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("handoverConsentUntil");
    }

    @Test
    void aDeclinedHandoverGoesToAnotherWorker() {
        String caseNumber = aWoman().releasedOn(SIX_WEEKS_ON).admitted();
        ProcessInstance handover = start("handover", caseNumber);
        plan(caseNumber);
        submit(caseNumber, "UserTask_AskHandoverConsent", consent("given"));
        decline(caseNumber);
        assertThat(groupsOf(task(caseNumber, "UserTask_NameAnotherCommunityWorker")))
                .containsExactly("supervisor.north");
        submit(caseNumber, "UserTask_NameAnotherCommunityWorker", Map.of("nextCommunityWorker", "Aroha"));
        assertThat(journalOf(caseNumber, "handoverSent")).hasSize(2);
        submit(
                caseNumber,
                "UserTask_AcceptHandover",
                Map.of("handoverAnswer", "accepted", "handoverAcceptedBy", "Aroha"));
        assertEnded(handover, "EndEvent_HandedOver");
    }

    @Test
    void aConsentThatRanOutMeanwhileSendsNothingMore() {
        String caseNumber = aWoman().releasedOn(SIX_WEEKS_ON).admitted();
        ProcessInstance handover = start("handover", caseNumber);
        plan(caseNumber);
        Map<String, Object> answers = new HashMap<>(consent("given"));
        answers.put("handoverConsentUntil", "2026-01-14");
        submit(caseNumber, "UserTask_AskHandoverConsent", answers);
        decline(caseNumber);
        advance(Duration.ofDays(3));
        submit(caseNumber, "UserTask_NameAnotherCommunityWorker", Map.of("nextCommunityWorker", "Aroha"));
        assertEnded(handover, "EndEvent_ConsentLapsed");
        assertThat(journalOf(caseNumber, "handoverSent")).hasSize(1);
        assertThat(journalOf(caseNumber, "handoverNotSent")).hasSize(1);
    }

    @Test
    void notAcceptedTwoWeeksBeforeReleaseItGoesToTheSupervisor() {
        String caseNumber = aWoman().releasedOn(SIX_WEEKS_ON).admitted();
        ProcessInstance handover = start("handover", caseNumber);
        plan(caseNumber);
        submit(caseNumber, "UserTask_AskHandoverConsent", consent("given"));
        advance(Duration.ofDays(27));
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_AcceptHandover");
        advance(Duration.ofDays(1));
        assertThat(openTasks(caseNumber))
                .containsExactly("UserTask_AcceptHandover", "UserTask_ResolveUnacceptedHandover");
        submit(
                caseNumber,
                "UserTask_ResolveUnacceptedHandover",
                Map.of("handoverWillBeTakenBy", "Tui", "handoverResolution", "Tui is back on Monday."));
        submit(
                caseNumber,
                "UserTask_AcceptHandover",
                Map.of("handoverAnswer", "accepted", "handoverAcceptedBy", "Tui"));
        assertEnded(handover, "EndEvent_HandedOver");
    }

    @Test
    void whereThePlanningIsStuckTheSupervisorKnowsTwoWeeksBeforeReleaseToo() {
        String caseNumber = aWoman().releasedOn(SIX_WEEKS_ON).admitted();
        ProcessInstance handover = start("handover", caseNumber);
        advance(Duration.ofDays(28));
        assertThat(openTasks(caseNumber))
                .containsExactly(
                        "UserTask_AnswerFourQuestions",
                        "UserTask_ResolveUnacceptedHandover",
                        "UserTask_TellCommunityTeam");
        assertThat(groupsOf(task(caseNumber, "UserTask_ResolveUnacceptedHandover")))
                .containsExactly("supervisor.north");
        submit(caseNumber, "UserTask_TellCommunityTeam", Map.of("communityContactName", "Tui"));
        answerQuestionsAndChecklist(caseNumber);
        submit(caseNumber, "UserTask_AskHandoverConsent", consent("given"));
        assertThat(openTasks(caseNumber))
                .containsExactly("UserTask_AcceptHandover", "UserTask_ResolveUnacceptedHandover");
        submit(
                caseNumber,
                "UserTask_AcceptHandover",
                Map.of("handoverAnswer", "accepted", "handoverAcceptedBy", "Tui"));
        assertThat(openTasks(caseNumber))
                .as("nothing is left for the supervisor to see to")
                .isEmpty();
        assertEnded(handover, "EndEvent_HandedOver");
    }

    @Test
    void releasedFarFromHomeHerWayThereIsArrangedAtOnce() {
        String caseNumber = aWoman().releasedOn(SIX_WEEKS_ON).admitted();
        start("handover", caseNumber);
        submit(caseNumber, "UserTask_AcknowledgeComingRelease", Map.of("communityContactName", "Tui"));
        submit(
                caseNumber,
                "UserTask_AnswerFourQuestions",
                Map.of(
                        "inReachNeeded", "no",
                        "gateMeetingNeeded", "no",
                        "clinicalCareNeeded", "no",
                        "farFromHome", "yes",
                        "travelHome", "By train; the bureau pays."));
        submit(caseNumber, "UserTask_CompleteReleaseChecklist", Map.of("releaseChecklist", List.of("inCarePlan")));
        submit(caseNumber, "UserTask_AskHandoverConsent", consent("given"));
        assertThat(referrals.openFor(caseNumber, "transportHome"))
                .get()
                .extracting(Referral::urgency, Referral::ownerRole)
                .containsExactly("urgent", "releaseCoordinator");
        assertThat(shown(caseNumber, "UserTask_AcceptHandover")
                        .get("fourQuestions")
                        .toString())
                .contains("By train; the bureau pays.");
    }

    @Test
    void closerThanTwoWeeksTheSupervisorKnowsAtOnce() {
        String caseNumber = aWoman().releasedOn(LocalDate.of(2026, 1, 20)).admitted();
        start("handover", caseNumber);
        plan(caseNumber);
        submit(caseNumber, "UserTask_AskHandoverConsent", consent("given"));
        runJobs();
        assertThat(openTasks(caseNumber)).contains("UserTask_ResolveUnacceptedHandover");
    }

    @Test
    void aMovedReleaseDateMovesTheTwoWeeksAndLeavesOtherSpansAlone() {
        String caseNumber = aWoman().releasedOn(SIX_WEEKS_ON).admitted();
        start("handover", caseNumber);
        advance(Duration.ofDays(5));
        moveTo(caseNumber, LocalDate.of(2026, 4, 20));
        advance(Duration.ofDays(1));
        assertThat(openTasks(caseNumber)).contains("UserTask_AcknowledgeComingRelease");
        advance(Duration.ofDays(1));
        assertThat(openTasks(caseNumber)).contains("UserTask_TellCommunityTeam");
        submit(caseNumber, "UserTask_TellCommunityTeam", Map.of("communityContactName", "Tui"));
        answerQuestionsAndChecklist(caseNumber);
        submit(caseNumber, "UserTask_AskHandoverConsent", consent("given"));
        advance(Duration.ofDays(30));
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_AcceptHandover");
        moveTo(caseNumber, LocalDate.of(2026, 2, 25));
        runJobs();
        assertThat(openTasks(caseNumber)).contains("UserTask_ResolveUnacceptedHandover");
    }

    @Test
    void aWithdrawalWhileItWaitsStopsItAndAsksTheTeamToStop() {
        String caseNumber = aWoman().releasedOn(SIX_WEEKS_ON).admitted();
        ProcessInstance handover = start("handover", caseNumber);
        plan(caseNumber);
        submit(caseNumber, "UserTask_AskHandoverConsent", consent("given"));
        consentChanges.apply(caseNumber, Consents.COMMUNITY_TEAM, List.of(), "withdrawn", Optional.empty(), null);
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_AskCommunityTeamToStop");
        assertThat(journalOf(caseNumber, "handoverStopped")).hasSize(1);
        submit(
                caseNumber,
                "UserTask_AskCommunityTeamToStop",
                Map.of("handoverStopTold", "Tui", "handoverStopAnswer", "willStop"));
        assertEnded(handover, "EndEvent_RecipientAskedToStop");
    }

    @Test
    void aWithdrawalBeforeSendingStopsIt() {
        String caseNumber = aWoman().releasedOn(SIX_WEEKS_ON).admitted();
        consents.give(caseNumber, Consents.COMMUNITY_TEAM, ConsentKind.RELEASE_PLAN, Optional.empty(), "inWriting");
        ProcessInstance handover = start("handover", caseNumber);
        consentChanges.apply(
                caseNumber,
                Consents.COMMUNITY_TEAM,
                List.of(ConsentKind.RELEASE_PLAN),
                "refused",
                Optional.empty(),
                "spoken");
        assertEnded(handover, "EndEvent_StoppedBeforeSending");
    }

    @Test
    void theReferralsForReleaseAreDecided() {
        String caseNumber = aWoman().releasedOn(SIX_WEEKS_ON)
                .knownTo("needDrugsAlcohol", "high")
                .admitted();
        start("handover", caseNumber);
        plan(caseNumber);
        submit(caseNumber, "UserTask_AskHandoverConsent", consent("refused"));
        assertThat(referrals.open(caseNumber)).extracting(Referral::service).contains("drugTreatment");
        assertThat(openTasks(caseNumber)).contains("UserTask_ConfirmProvider");
    }

    private void plan(String caseNumber) {
        submit(caseNumber, "UserTask_AcknowledgeComingRelease", Map.of("communityContactName", "Tui"));
        answerQuestionsAndChecklist(caseNumber);
    }

    private void answerQuestionsAndChecklist(String caseNumber) {
        submit(
                caseNumber,
                "UserTask_AnswerFourQuestions",
                Map.of(
                        "inReachNeeded", "no",
                        "gateMeetingNeeded", "yes",
                        "gateMeetingWho", "Her sister",
                        "clinicalCareNeeded", "declined",
                        "farFromHome", "notAsked"));
        submit(
                caseNumber,
                "UserTask_CompleteReleaseChecklist",
                Map.of("releaseChecklist", List.of("inCarePlan", "communityTeamTold")));
    }

    private static Map<String, Object> consent(String answer) {
        return "given".equals(answer)
                ? Map.of(
                        "handoverConsent",
                        "given",
                        "handoverConsentKinds",
                        List.of("health"),
                        "handoverConsentUntil",
                        "2027-02-28",
                        "handoverConsentHow",
                        "inWriting")
                : Map.of("handoverConsent", answer);
    }

    private void decline(String caseNumber) {
        submit(
                caseNumber,
                "UserTask_AcceptHandover",
                Map.of("handoverAnswer", "declined", "handoverDeclineReason", "Full caseload."));
    }

    private void moveTo(String caseNumber, LocalDate date) {
        cases.changeReleaseDate(caseNumber, Optional.of(date), "Recalculated.");
        messages.setCodes(caseNumber, Map.of("releaseDate", date.toString()));
    }

    private Map<String, Object> shown(String caseNumber, String taskId) {
        Map<String, Object> shown = new HashMap<>();
        formService
                .getTaskFormData(task(caseNumber, taskId).getId())
                .getFormFields()
                .forEach(field -> shown.put(field.getId(), field.getValue().getValue()));
        return shown;
    }

    private void assertEnded(ProcessInstance instance, String endEvent) {
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
        assertThat(historyService
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityId(endEvent)
                        .count())
                .as(endEvent)
                .isEqualTo(1);
    }
}
