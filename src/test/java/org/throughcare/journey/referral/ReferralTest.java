package org.throughcare.journey.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.ProcessTest;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.messages.Line;
import org.throughcare.messages.News;
import org.throughcare.messages.Recipient;
import org.throughcare.referrals.Attempt;
import org.throughcare.referrals.ConsentChanges;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.NewReferral;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;

/** A referral from the need for a service to its outcome. In Northtown two trusted providers help with housing. */
class ReferralTest extends ProcessTest {

    private static final String BEST = "northtownHousing";
    private static final String NEXT = "openDoorHousing";

    @Autowired
    Referrals referrals;

    @Autowired
    Consents consents;

    @Autowired
    ConsentChanges consentChanges;

    @Autowired
    ReferralMessages messagesToProviders;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theLoopIsClosedWithAnOutcome() {
        String caseNumber = aWoman().ownedBy("kiri").admitted();
        Referral referral = housing(caseNumber, "soon");
        assertThat(referral.status()).isEqualTo(Referrals.CHOOSING);
        assertThat(groupsOf(task(caseNumber, "UserTask_ConfirmProvider"))).containsExactly("releaseCoordinator.north");

        confirm(caseNumber, BEST);
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_AskReferralConsent");
        assertThat(referrals.get(referral.id()).status()).isEqualTo(Referrals.CHOOSING);
        agree(caseNumber);
        assertThat(referrals.get(referral.id()).status()).isEqualTo(Referrals.SENT);
        assertThat(groupsOf(task(caseNumber, "UserTask_RecordProviderAnswer")))
                .containsExactly("releaseCoordinator.north");
        accept(caseNumber);
        assertThat(referrals.get(referral.id()).status()).isEqualTo(Referrals.ACCEPTED);
        book(caseNumber, "2026-01-20");
        assertThat(referrals.get(referral.id()).status()).isEqualTo(Referrals.BOOKED);
        assertThat(task(caseNumber, "UserTask_RecordAttendance").getDueDate())
                .isEqualTo(Date.from(Instant.parse("2026-01-20T23:59:59Z")));
        submit(caseNumber, "UserTask_RecordAttendance", Map.of("attendance", "kept"));
        assertThat(referrals.get(referral.id()).status()).isEqualTo(Referrals.KEPT);
        submit(caseNumber, "UserTask_RecordReferralOutcome", Map.of("referralOutcome", "goesOn"));

        assertEnded(referral, "EndEvent_LoopClosed", Referrals.GOES_ON);
        assertThat(journalOf(caseNumber, "referralSent")).hasSize(1);
        assertThat(journalOf(caseNumber, "consentGiven")).hasSize(2);
        assertThat(journalOf(caseNumber, "referralClosed")).hasSize(1);
    }

    @Test
    void theFormShowsTheProposalWithItsReason() {
        String caseNumber = aWoman().admitted();
        housing(caseNumber, "soon");
        Map<String, Object> shown = shown(caseNumber, "UserTask_ConfirmProvider");
        assertThat(shown)
                .containsEntry("serviceName", "Housing")
                .containsEntry("proposedProvider", "Northtown Housing Options")
                .containsEntry("providerId", BEST);
        assertThat(shown.get("proposalReason").toString()).contains("agreement in force until 2029-03-31");
        assertThat(shown.get("providers").toString()).contains(BEST, NEXT).doesNotContain("southportHousing");
    }

    @Test
    void aProviderWithAnAccountAnswersItselfAndSeesOnlyWhatSheShares() {
        String caseNumber = aWoman().named("Ana Whetu").admitted();
        Referral referral = housing(caseNumber, "urgent");
        User user = identityService.newUser("houser");
        identityService.saveUser(user);
        identityService.createMembership("houser", "provider." + BEST);
        try {
            confirm(caseNumber, BEST);
            agree(caseNumber);
            assertThat(groupsOf(task(caseNumber, "UserTask_AnswerReferral"))).containsExactly("provider." + BEST);
            assertThat(shown(caseNumber, "UserTask_AnswerReferral")
                            .get("sharedWithProvider")
                            .toString())
                    .contains("Ana Whetu", caseNumber)
                    .doesNotContain("Release date");
            assertThat(messagesAbout(referral)).containsExactly("referrals@northtown-housing.example waiting");
            taskService.claim(task(caseNumber, "UserTask_AnswerReferral").getId(), "houser");
            assertThat(referrals.get(referral.id()).status()).isEqualTo(Referrals.RECEIVED);
            advance(Duration.ofHours(25));
            assertThat(messagesAbout(referral)).as("reminded").hasSize(2);
            submit(caseNumber, "UserTask_AnswerReferral", Map.of("answer", "accepted", "acceptedBy", "Bo"));
            assertThat(referrals.get(referral.id()).status()).isEqualTo(Referrals.ACCEPTED);
        } finally {
            identityService.deleteMembership("houser", "provider." + BEST);
            identityService.deleteUser("houser");
        }
    }

    @Test
    void aMessageThatStillWaitsDoesNotOutliveHerConsent() {
        String caseNumber = aWoman().admitted();
        Referral referral = housing(caseNumber, "soon");
        confirm(caseNumber, BEST);
        agree(caseNumber);
        Recipient provider = Recipient.provider(BEST, "referrals@northtown-housing.example");
        Line line = Line.aboutReferral(News.referralWaits, caseNumber, referral.id());
        assertThat(messagesAbout(referral))
                .as("it has no account to sign in with")
                .isEmpty();
        assertThat(messagesToProviders.mayTell(provider, line)).isTrue();
        assertThat(messagesToProviders.mayTell(Recipient.provider(NEXT, "other@example.org"), line))
                .isFalse();

        consentChanges.apply(caseNumber, BEST, List.of(referral.kind()), "withdrawn", Optional.empty(), "spoken");

        assertThat(messagesToProviders.mayTell(provider, line)).isFalse();
    }

    @Test
    void aDeclineGoesToTheNextProviderAndWhenNoneIsLeftToTheSupervisor() {
        String caseNumber = aWoman().admitted();
        Referral referral = housing(caseNumber, "soon");
        confirm(caseNumber, BEST);
        agree(caseNumber);
        decline(caseNumber);
        assertThat(shown(caseNumber, "UserTask_ConfirmProvider")).containsEntry("providerId", NEXT);
        assertThat(shown(caseNumber, "UserTask_ConfirmProvider")
                        .get("providers")
                        .toString())
                .containsSubsequence(NEXT, BEST, "asked before");
        confirm(caseNumber, NEXT);
        agree(caseNumber);
        decline(caseNumber);

        assertThat(groupsOf(task(caseNumber, "UserTask_FindProvider"))).containsExactly("supervisor.north");
        assertThat(referrals.attempts(referral.id()))
                .extracting(Attempt::providerId, Attempt::answer, Attempt::reason)
                .containsExactly(tuple(BEST, "declined", "Full."), tuple(NEXT, "declined", "Full."));
        assertThat(journalOf(caseNumber, "referralNotTaken").get(0).summary())
                .isEqualTo("Northtown Housing Options does not take her: Full.");
        assertThat(shown(caseNumber, "UserTask_FindProvider")
                        .get("providersAsked")
                        .toString())
                .contains("\"why\":\"Full.\"");
        submit(caseNumber, "UserTask_FindProvider", Map.of("providerDecision", "send", "providerId", NEXT));
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_RecordProviderAnswer");
        decline(caseNumber);
        submit(
                caseNumber,
                "UserTask_FindProvider",
                Map.of("providerDecision", "none", "insteadOfReferral", "A room with her aunt."));
        assertEnded(referral, "EndEvent_NoProviderFound", Referrals.NO_PROVIDER);
    }

    @Test
    void aReferralThatIsNotNeededAnyMoreEnds() {
        String caseNumber = aWoman().admitted();
        Referral referral = housing(caseNumber, "soon");
        submit(
                caseNumber,
                "UserTask_ConfirmProvider",
                Map.of("providerDecision", "notNeeded", "notNeededReason", "She has a flat."));
        assertEnded(referral, "EndEvent_NotNeededAnyMore", Referrals.NO_LONGER_WANTED);
    }

    @Test
    void silenceIsRemindedThenChasedThenTheNextProviderIsAsked() {
        String caseNumber = aWoman().admitted();
        Referral referral = housing(caseNumber, "urgent");
        confirm(caseNumber, BEST);
        agree(caseNumber);

        advance(Duration.ofDays(1));
        assertThat(journalOf(caseNumber, "referralReminded")).hasSize(1);
        advance(Duration.ofDays(1));
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_ChaseAnswer", "UserTask_RecordProviderAnswer");
        assertThat(groupsOf(task(caseNumber, "UserTask_ChaseAnswer"))).containsExactly("supervisor.north");
        advance(Duration.ofDays(2));

        assertThat(openTasks(caseNumber)).containsExactly("UserTask_ConfirmProvider");
        assertThat(referrals.attempts(referral.id()))
                .extracting(Attempt::answer)
                .containsExactly("noAnswer");
        assertThat(shown(caseNumber, "UserTask_ConfirmProvider")).containsEntry("providerId", NEXT);
    }

    @Test
    void anAnswerEndsTheChase() {
        String caseNumber = aWoman().admitted();
        housing(caseNumber, "urgent");
        confirm(caseNumber, BEST);
        agree(caseNumber);
        advance(Duration.ofDays(2));
        accept(caseNumber);
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_BookFirstAppointment");
    }

    @Test
    void theSupervisorNotesTheChaseAndTheWaitGoesOn() {
        String caseNumber = aWoman().admitted();
        housing(caseNumber, "urgent");
        confirm(caseNumber, BEST);
        agree(caseNumber);
        advance(Duration.ofDays(2));
        submit(caseNumber, "UserTask_ChaseAnswer", Map.of("chaseResult", "willAnswer"));
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_RecordProviderAnswer");
    }

    @Test
    void aProviderThatWillNotAnswerIsLeftForTheNext() {
        String caseNumber = aWoman().admitted();
        Referral referral = housing(caseNumber, "soon");
        confirm(caseNumber, BEST);
        agree(caseNumber);
        submit(caseNumber, "UserTask_RecordProviderAnswer", Map.of("answer", "noAnswer"));
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_ConfirmProvider");
        assertThat(referrals.attempts(referral.id()))
                .extracting(Attempt::answer)
                .containsExactly("noAnswer");
    }

    @Test
    void withoutHerConsentNothingIsSent() {
        String caseNumber = aWoman().admitted();
        Referral referral = housing(caseNumber, "soon");
        confirm(caseNumber, BEST);
        submit(
                caseNumber,
                "UserTask_AskReferralConsent",
                Map.of("referralConsent", "refused", "referralConsentHow", "spoken"));
        assertEnded(referral, "EndEvent_NotSentWithoutConsent", Referrals.NOT_SENT);
        assertThat(journalOf(caseNumber, "consentRefused")).hasSize(1);
        assertThat(journalOf(caseNumber, "referralSent")).isEmpty();
    }

    @Test
    void consentThatIsInForceIsNotAskedForAgain() {
        String caseNumber = aWoman().admitted();
        for (ConsentKind kind : List.of(ConsentKind.IDENTITY, ConsentKind.PRACTICAL)) {
            consents.give(caseNumber, BEST, kind, Optional.empty(), "inWriting");
        }
        housing(caseNumber, "soon");
        confirm(caseNumber, BEST);
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_RecordProviderAnswer");
    }

    @Test
    void consentThatRanOutBeforeSendingIsAskedForAgain() {
        String caseNumber = aWoman().admitted();
        for (ConsentKind kind : List.of(ConsentKind.IDENTITY, ConsentKind.PRACTICAL)) {
            consents.give(caseNumber, BEST, kind, Optional.of(LocalDate.of(2026, 1, 13)), "inWriting");
        }
        housing(caseNumber, "soon");
        advance(Duration.ofDays(2));
        confirm(caseNumber, BEST);
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_AskReferralConsent");
    }

    @Test
    void aWithdrawalBeforeSendingStopsTheReferral() {
        String caseNumber = aWoman().admitted();
        consents.give(caseNumber, BEST, ConsentKind.IDENTITY, Optional.empty(), "inWriting");
        Referral referral = housing(caseNumber, "soon");
        confirm(caseNumber, BEST);
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_AskReferralConsent");
        consentChanges.apply(caseNumber, BEST, List.of(), "withdrawn", Optional.empty(), null);
        assertEnded(referral, "EndEvent_WithdrawnBeforeSending", Referrals.WITHDRAWN);
    }

    @Test
    void aWithdrawalFromAProviderThatDeclinedLeavesTheSearchForAnotherAndAsksItToStop() {
        String caseNumber = aWoman().admitted();
        Referral referral = housing(caseNumber, "soon");
        confirm(caseNumber, BEST);
        agree(caseNumber);
        decline(caseNumber);
        consentChanges.apply(caseNumber, BEST, List.of(), "withdrawn", Optional.empty(), null);
        assertThat(referrals.get(referral.id()).isOpen()).isTrue();
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_AskProviderToStop", "UserTask_ConfirmProvider");
        assertThat(shown(caseNumber, "UserTask_AskProviderToStop"))
                .containsEntry("providerName", "Northtown Housing Options")
                .containsEntry("serviceName", "Housing");
    }

    @Test
    void aWithdrawalAfterSendingAsksTheProviderToStop() {
        String caseNumber = aWoman().admitted();
        Referral referral = housing(caseNumber, "soon");
        Referral other = open(caseNumber, "jobcentre", "soon");
        confirm(caseNumber, other, "northtownJobcentre");
        confirm(caseNumber, referral, BEST);
        agree(caseNumber, referral);
        consentChanges.apply(caseNumber, BEST, List.of(ConsentKind.PRACTICAL), "withdrawn", Optional.empty(), null);

        assertThat(openTasks(caseNumber)).containsExactly("UserTask_AskProviderToStop", "UserTask_AskReferralConsent");
        submit(caseNumber, "UserTask_AskProviderToStop", Map.of("stopTold", "The office", "stopAnswer", "willStop"));
        assertEnded(referral, "EndEvent_ProviderAskedToStop", Referrals.REVOKED);
        assertThat(referrals.get(other.id()).isOpen()).isTrue();
    }

    @Test
    void anotherProviderThanTheProposedOneNeedsAReason() {
        String caseNumber = aWoman().admitted();
        Referral referral = housing(caseNumber, "soon");
        assertThatThrownBy(() -> confirm(caseNumber, NEXT))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("providerChangeReason");
        submit(
                caseNumber,
                "UserTask_ConfirmProvider",
                Map.of("providerDecision", "send", "providerId", NEXT, "providerChangeReason", "She knows them."));
        assertThat(referrals.get(referral.id()).providerId()).isEqualTo(NEXT);
    }

    @Test
    void aMissedOrMovedAppointmentIsBookedAgain() {
        String caseNumber = aWoman().admitted();
        Referral referral = accepted(caseNumber);
        book(caseNumber, "2026-01-20");
        submit(caseNumber, "UserTask_RecordAttendance", Map.of("attendance", "missed", "attendanceNote", "No bus."));
        assertThat(referrals.get(referral.id()).status()).isEqualTo(Referrals.MISSED);
        book(caseNumber, "2026-01-27");
        submit(caseNumber, "UserTask_RecordAttendance", Map.of("attendance", "moved"));
        book(caseNumber, "2026-01-29");
        submit(caseNumber, "UserTask_RecordAttendance", Map.of("attendance", "kept"));
        submit(caseNumber, "UserTask_RecordReferralOutcome", Map.of("referralOutcome", "done"));
        assertEnded(referral, "EndEvent_LoopClosed", Referrals.DONE);
    }

    @Test
    void anAppointmentThatSheDoesNotWantEndsTheReferral() {
        String caseNumber = aWoman().admitted();
        Referral referral = accepted(caseNumber);
        book(caseNumber, "2026-01-20");
        submit(caseNumber, "UserTask_RecordAttendance", Map.of("attendance", "noLongerWanted"));
        assertEnded(referral, "EndEvent_NoLongerWanted", Referrals.NO_LONGER_WANTED);
    }

    @Test
    void aProviderThatCannotTakeHerAfterAllIsLeftForTheNext() {
        String caseNumber = aWoman().admitted();
        Referral referral = accepted(caseNumber);
        submit(
                caseNumber,
                "UserTask_BookFirstAppointment",
                Map.of("booking", "providerCannot", "bookingReason", "No room till June."));
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_ConfirmProvider");
        confirm(caseNumber, NEXT);
        agree(caseNumber);
        accept(caseNumber);
        book(caseNumber, "2026-01-20");
        submit(caseNumber, "UserTask_RecordAttendance", Map.of("attendance", "kept"));
        submit(caseNumber, "UserTask_RecordReferralOutcome", Map.of("referralOutcome", "anotherProvider"));
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_FindProvider");
        assertThat(referrals.get(referral.id()).isOpen()).isTrue();
    }

    @Test
    void anAppointmentLiesNotInThePast() {
        String caseNumber = aWoman().admitted();
        accepted(caseNumber);
        assertThatThrownBy(() -> book(caseNumber, "2026-01-11")).isInstanceOf(RefusedAnswerException.class);
    }

    @Test
    void aReferralEndsWithItsCase() {
        String caseNumber = aWoman().admitted();
        Referral referral = accepted(caseNumber);
        messages.send("ReferralStopped", caseNumber, Map.of());
        assertEnded(referral, "EndEvent_ReferralClosed", Referrals.CLOSED_WITH_CASE);
    }

    @Test
    void urgencySetsTheTimes() {
        String urgent = aWoman().admitted();
        housing(urgent, "urgent");
        String routine = aWoman().admitted();
        housing(routine, "routine");
        assertThat(task(urgent, "UserTask_ConfirmProvider").getDueDate())
                .isBefore(task(routine, "UserTask_ConfirmProvider").getDueDate());
        assertThat(task(urgent, "UserTask_ConfirmProvider").getPriority())
                .isGreaterThan(task(routine, "UserTask_ConfirmProvider").getPriority());
    }

    @Test
    void theEngineHoldsNoPersonalFact() {
        String caseNumber = aWoman().named("Canary Nightjar").admitted();
        Referral referral = housing(caseNumber, "soon");
        confirm(caseNumber, BEST);
        assertThat(runtimeService.getVariables(referral.processInstance()).values())
                .noneMatch(value -> String.valueOf(value).contains("Canary"))
                .noneMatch(value -> String.valueOf(value).contains("Somewhere to live"));
    }

    private Referral housing(String caseNumber, String urgency) {
        return open(caseNumber, "housing", urgency);
    }

    private Referral open(String caseNumber, String service, String urgency) {
        long id = referrals
                .open(new NewReferral(
                        caseNumber, service, "preRelease", "now", "releaseCoordinator", urgency, "Somewhere to live."))
                .orElseThrow();
        return referrals.get(id);
    }

    private Referral accepted(String caseNumber) {
        Referral referral = housing(caseNumber, "soon");
        confirm(caseNumber, BEST);
        agree(caseNumber);
        accept(caseNumber);
        return referral;
    }

    private List<String> messagesAbout(Referral referral) {
        return jdbc.sql(
                        """
                select m.address || ' ' || m.state from message m join message_line l on l.message = m.id
                where l.reference = ? order by m.id""")
                .param("referral " + referral.id())
                .query(String.class)
                .list();
    }

    private void confirm(String caseNumber, String provider) {
        submit(caseNumber, "UserTask_ConfirmProvider", Map.of("providerDecision", "send", "providerId", provider));
    }

    private void confirm(String caseNumber, Referral referral, String provider) {
        submitFor(referral, "UserTask_ConfirmProvider", Map.of("providerDecision", "send", "providerId", provider));
    }

    private void agree(String caseNumber) {
        submit(
                caseNumber,
                "UserTask_AskReferralConsent",
                Map.of(
                        "referralConsent",
                        "given",
                        "referralConsentUntil",
                        "2027-01-31",
                        "referralConsentHow",
                        "inWriting"));
    }

    private void agree(String caseNumber, Referral referral) {
        submitFor(
                referral,
                "UserTask_AskReferralConsent",
                Map.of(
                        "referralConsent",
                        "given",
                        "referralConsentUntil",
                        "2027-01-31",
                        "referralConsentHow",
                        "inWriting"));
    }

    private void submitFor(Referral referral, String taskId, Map<String, Object> answers) {
        String task = taskService
                .createTaskQuery()
                .processInstanceId(referral.processInstance())
                .taskDefinitionKey(taskId)
                .singleResult()
                .getId();
        formService.submitTaskForm(task, answers);
    }

    private void accept(String caseNumber) {
        submit(caseNumber, "UserTask_RecordProviderAnswer", Map.of("answer", "accepted", "acceptedBy", "Bo"));
    }

    private void decline(String caseNumber) {
        submit(caseNumber, "UserTask_RecordProviderAnswer", Map.of("answer", "declined", "declineReason", "Full."));
    }

    private void book(String caseNumber, String day) {
        submit(
                caseNumber,
                "UserTask_BookFirstAppointment",
                Map.of("booking", "booked", "appointmentDate", day, "appointmentTime", "10:30"));
    }

    private Map<String, Object> shown(String caseNumber, String taskId) {
        Map<String, Object> shown = new HashMap<>();
        formService
                .getTaskFormData(task(caseNumber, taskId).getId())
                .getFormFields()
                .forEach(field -> shown.put(field.getId(), field.getValue().getValue()));
        return shown;
    }

    private void assertEnded(Referral referral, String endEvent, String status) {
        assertThat(referrals.get(referral.id()).status()).isEqualTo(status);
        assertThat(referrals.get(referral.id()).isOpen()).isFalse();
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(referral.processInstance())
                        .count())
                .isZero();
        assertThat(historyService
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(referral.processInstance())
                        .activityId(endEvent)
                        .count())
                .as(endEvent)
                .isEqualTo(1);
    }
}
