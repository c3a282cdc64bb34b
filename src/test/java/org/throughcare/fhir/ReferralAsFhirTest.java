package org.throughcare.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.fhir.Bundles.all;
import static org.throughcare.fhir.Bundles.only;
import static org.throughcare.fhir.Bundles.problemsOf;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.WebTest;
import org.throughcare.referrals.ConsentChanges;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.NewReferral;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;
import org.throughcare.referrals.SharedWithProvider.Person;
import org.throughcare.referrals.SharedWithProvider.ReleasePlan;
import org.throughcare.referrals.SharedWithProvider.Shared;

/** A provider's own system reads its referral and answers it. */
class ReferralAsFhirTest extends WebTest {

    private static final FhirContext FHIR = Bundles.FHIR;
    private static final String PROVIDER = "northtownHousing";
    private static final String THEIR_SYSTEM = "fhir.northtown";

    @Autowired
    Referrals referrals;

    @Autowired
    ConsentChanges consentChanges;

    private String caseNumber;
    private Referral referral;

    @BeforeEach
    void aReferralThatWaitsForAnAnswer() {
        person(THEIR_SYSTEM, "provider." + PROVIDER);
        person("fhir.other", "provider.openDoorHousing");
        person("fhir.coordinator", "releaseCoordinator.north");
        person("fhir.elsewhere", "releaseCoordinator.south");
        caseNumber = aWoman().named("Ana Whetu").ownedBy("kiri").admitted();
        referral = referrals.get(referrals
                .open(new NewReferral(
                        caseNumber, "housing", "preRelease", "now", "releaseCoordinator", "soon", "Nowhere to go."))
                .orElseThrow());
        runJobs();
        submit(caseNumber, "UserTask_ConfirmProvider", Map.of("providerId", PROVIDER, "providerDecision", "send"));
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

    @AfterEach
    void theProviderHasNoAccountAnyMore() {
        identityService.deleteUser(THEIR_SYSTEM);
        identityService.deleteUser("fhir.other");
    }

    @Test
    void theProviderReadsAValidBundleOfWhatSheSharesAndNothingElse() {
        Bundle bundle = read(THEIR_SYSTEM);

        assertThat(problemsOf(bundle)).isEmpty();
        assertThat(only(bundle, Patient.class).getNameFirstRep().getText()).isEqualTo("Ana Whetu");
        assertThat(only(bundle, ServiceRequest.class).getReasonCodeFirstRep().getText())
                .isEqualTo("Nowhere to go.");
        assertThat(only(bundle, Task.class).getStatus()).isEqualTo(Task.TaskStatus.REQUESTED);
        assertThat(all(bundle, Consent.class)).hasSize(2);
        assertThat(all(bundle, CarePlan.class)).isEmpty();
    }

    @Test
    void herReleasePlanIsThereOnlyWhenSheSharesItToo() {
        consentChanges.apply(
                caseNumber, PROVIDER, List.of(ConsentKind.RELEASE_PLAN), "given", Optional.empty(), "spoken");

        assertThat(problemsOf(read(THEIR_SYSTEM))).isEmpty();
        assertThat(only(read(THEIR_SYSTEM), CarePlan.class).getTitle()).isEqualTo("Release plan");
    }

    @Test
    void forAnybodyElseThereIsNoSuchReferral() {
        assertThat(List.of(
                        "fhir.other",
                        "fhir.elsewhere",
                        person("fhir.analyst", "analyst"),
                        person("fhir.manager", "manager")))
                .allSatisfy(user -> {
                    Answer answer = get(user, path());
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.text()).doesNotContain("Ana", caseNumber, "housing");
                });
        assertThat(get(null, path()).status()).isEqualTo(401);
        assertThat(get(THEIR_SYSTEM, "/api/referrals/999999/fhir").status()).isEqualTo(404);
        assertThat(get(THEIR_SYSTEM, "/api/referrals/x/fhir").status()).isEqualTo(404);
    }

    @Test
    void whatWasReadBeforeIsClosedWithHerConsent() {
        assertThat(get(THEIR_SYSTEM, path()).status()).isEqualTo(200);

        consentChanges.apply(caseNumber, PROVIDER, List.of(referral.kind()), "withdrawn", Optional.empty(), "spoken");

        assertThat(get(THEIR_SYSTEM, path()).status()).isEqualTo(404);
        assertThat(answer(task(Task.TaskStatus.ACCEPTED, "Bo")).status()).isEqualTo(404);
    }

    @Test
    void theProviderHasReceivedItThenTakesHer() {
        Answer received = answer(task(Task.TaskStatus.RECEIVED, null));
        assertThat(received.status()).isEqualTo(204);
        assertThat(referrals.get(referral.id()).status()).isEqualTo(Referrals.RECEIVED);
        assertThat(journalOf(caseNumber, "referralReceived")).hasSize(1);

        Answer taken = answer(task(Task.TaskStatus.ACCEPTED, "Bo Lund"));

        assertThat(taken.status()).isEqualTo(204);
        assertThat(only(read(THEIR_SYSTEM), Task.class).getStatus()).isEqualTo(Task.TaskStatus.ACCEPTED);
        assertThat(referrals.get(referral.id()).status()).isEqualTo(Referrals.ACCEPTED);
        assertThat(answer(task(Task.TaskStatus.ACCEPTED, "Bo Lund")).status()).isEqualTo(409);
    }

    @Test
    void aDeclineNeedsAReasonAndGoesOnToTheNext() {
        Answer without = answer(task(Task.TaskStatus.REJECTED, null));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.text()).contains("statusReason.text");
        assertThat(referrals.get(referral.id()).status()).isEqualTo(Referrals.SENT);

        Task declined = task(Task.TaskStatus.REJECTED, null);
        declined.getStatusReason().setText("No room until May.");
        assertThat(answer(declined).status()).isEqualTo(204);

        assertThat(referrals.get(referral.id()).status()).isEqualTo(Referrals.CHOOSING);
        assertThat(openTasks(caseNumber)).contains("UserTask_ConfirmProvider");
    }

    @Test
    void anythingThatIsNoAnswerIsRefusedInPlainWords() {
        assertThat(answer(task(Task.TaskStatus.COMPLETED, null)).text()).contains("received, accepted or rejected");
        assertThat(put(THEIR_SYSTEM, path() + "/Task", "{\"resourceType\":\"Patient\"}")
                        .status())
                .isEqualTo(400);
        assertThat(put(THEIR_SYSTEM, path() + "/Task", "nonsense").status()).isEqualTo(400);
        assertThat(put(
                                "fhir.coordinator",
                                path() + "/Task",
                                FHIR.newJsonParser().encodeResourceToString(task(Task.TaskStatus.ACCEPTED, "Me")))
                        .status())
                .isEqualTo(404);
        assertThat(referrals.get(referral.id()).status()).isEqualTo(Referrals.SENT);
    }

    @Test
    void everyStateOfAReferralMakesAValidBundle() {
        List<String> states =
                List.of("sent", "received", "accepted", "booked", "kept", "missed", "goesOn", "done", "withdrawn");
        for (String state : states) {
            for (String urgency : List.of("urgent", "soon", "routine")) {
                Referral made = new Referral(
                        7,
                        "NORTH-2026-0007",
                        "drugTreatment",
                        "release",
                        "now",
                        "releaseCoordinator",
                        urgency,
                        "Because.",
                        state,
                        "harbourHouse",
                        "Harbour House",
                        "x",
                        LocalDate.of(2028, 2, 29),
                        Instant.parse("2028-02-01T10:00:00Z"),
                        null);
                var consent = new org.throughcare.referrals.Consent(
                        3,
                        made.caseNumber(),
                        "harbourHouse",
                        "drugsAlcohol",
                        "given",
                        LocalDate.of(2028, 3, 26),
                        "spoken",
                        "kiri",
                        Instant.parse("2028-02-01T10:00:00Z"));
                Bundle bundle = ReferralBundle.of(
                        new Shared(
                                made,
                                Optional.of(new Person("Jo", LocalDate.of(1992, 2, 29), "te reo Māori")),
                                Optional.of("Because."),
                                Optional.of(new ReleasePlan(
                                        state.equals("sent")
                                                ? Optional.empty()
                                                : Optional.of(LocalDate.of(2028, 2, 29)))),
                                List.of(consent)),
                        ZoneId.of("Europe/London"));
                assertThat(problemsOf(bundle)).as(state).isEmpty();
                assertThat(all(bundle, Consent.class)
                                .get(0)
                                .getProvision()
                                .getPeriod()
                                .getEnd()
                                .toInstant())
                        .isEqualTo(Instant.parse("2028-03-26T22:59:59Z"));
            }
        }
    }

    private Bundle read(String user) {
        Answer answer = get(user, path());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/fhir+json");
        return bundle(answer);
    }

    private static Bundle bundle(Answer answer) {
        return FHIR.newJsonParser().parseResource(Bundle.class, answer.text());
    }

    private String path() {
        return "/api/referrals/" + referral.id() + "/fhir";
    }

    private Answer answer(Task task) {
        return put(THEIR_SYSTEM, path() + "/Task", FHIR.newJsonParser().encodeResourceToString(task));
    }

    private static Task task(Task.TaskStatus status, String who) {
        Task task = new Task();
        task.setStatus(status);
        task.setIntent(Task.TaskIntent.ORDER);
        if (who != null) {
            task.getOwner().setDisplay(who);
        }
        return task;
    }
}
