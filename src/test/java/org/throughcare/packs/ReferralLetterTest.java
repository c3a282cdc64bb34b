package org.throughcare.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.WebTest;
import org.throughcare.casefile.JournalEntry;
import org.throughcare.referrals.ConsentChanges;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.NewReferral;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;

/** A provider without an account gets a letter with what she consented to for it, and nothing else. */
class ReferralLetterTest extends WebTest {

    private static final String PROVIDER = "northtownHousing";
    private static final String COORDINATOR = "letter.coordinator";

    @Autowired
    Referrals referrals;

    @Autowired
    ConsentChanges consentChanges;

    private String caseNumber;
    private Referral referral;

    @BeforeEach
    void aReferralToAProviderWithoutAnAccount() {
        person(COORDINATOR, "releaseCoordinator.north");
        person("letter.elsewhere", "releaseCoordinator.south");
        person("letter.reception", "receptionOfficer.north");
        person("letter.manager", "manager");
        person("letter.provider", "provider.openDoorHousing");
        caseNumber = aWoman().named("Ana Whetu")
                .ownedBy("kiri")
                .knownTo("currentMedicines", "Canary medicine")
                .knownTo("threatFrom", "Canary cousin")
                .knownTo("ownAccount", "Canary offence")
                .knownTo("safeContactWay", "Canary telephone")
                .knownTo("hopesAfterRelease", "Canary hope")
                .admitted();
        referral = referrals.get(referrals
                .open(new NewReferral(
                        caseNumber, "housing", "preRelease", "now", "releaseCoordinator", "soon", "Nowhere to go."))
                .orElseThrow());
        runJobs();
        submit(caseNumber, "UserTask_ConfirmProvider", Map.of("providerId", PROVIDER, "providerDecision", "send"));
    }

    private void agrees() {
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

    @Test
    void nothingIsPrintedBeforeSheAgreed() {
        Answer answer = get(COORDINATOR, path());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).doesNotContain("Ana", "Nowhere");
        assertThat(journalOf(caseNumber, "referralLetterPrinted")).isEmpty();
    }

    @Test
    void theCoordinatorIsToldPrintsTheLetterAndRecordsTheAnswer() throws Exception {
        agrees();
        Task task = task(caseNumber, "UserTask_RecordProviderAnswer");

        assertThat(task.getName()).isEqualTo("Send the letter and record the answer");
        assertThat(groupsOf(task)).containsExactly("releaseCoordinator.north");
        assertThat(get(COORDINATOR, "/engine-rest/task/" + task.getId() + "/form-variables")
                        .json()
                        .path("referralNumber")
                        .path("value")
                        .asText())
                .isEqualTo(String.valueOf(referral.id()));

        PrintedFile letter = print("letter");

        assertThat(letter.tagged()).isTrue();
        assertThat(letter.language()).isEqualTo("en");
        assertThat(letter.title()).isEqualTo("Referral");
        assertThat(letter.fontsOutside()).isEmpty();
        assertThat(letter.pages()).isEqualTo(1);
        assertThat(letter.text())
                .contains(
                        "Northtown Housing Options",
                        "Housing",
                        "Ana Whetu",
                        "Nowhere to go.",
                        "until 31 January 2027",
                        "Please answer by 16 January 2026",
                        caseNumber + " / " + referral.id())
                .doesNotContain("Canary", "Release date");
        assertThat(journalOf(caseNumber, "referralLetterPrinted"))
                .singleElement()
                .extracting(JournalEntry::by)
                .isEqualTo(COORDINATOR);

        submit(caseNumber, "UserTask_RecordProviderAnswer", Map.of("answer", "accepted", "acceptedBy", "Bo"));
        assertThat(referrals.get(referral.id()).status()).isEqualTo(Referrals.ACCEPTED);
    }

    @Test
    void herReleaseDateIsInItOnlyWhenSheSharesItToo() throws Exception {
        agrees();
        consentChanges.apply(
                caseNumber, PROVIDER, List.of(ConsentKind.RELEASE_PLAN), "given", Optional.empty(), "spoken");

        assertThat(print("letter-with-date").text()).contains("Release date 12 January 2027");
    }

    @Test
    void afterSheTookHerConsentBackThereIsNoLetter() {
        agrees();
        consentChanges.apply(caseNumber, PROVIDER, List.of(referral.kind()), "withdrawn", Optional.empty(), "spoken");

        assertThat(get(COORDINATOR, path()).status()).isIn(404, 409);
        assertThat(get(COORDINATOR, path()).text()).doesNotContain("Ana", "Nowhere");
    }

    @Test
    void aConsentThatRanOutStopsTheLetterToo() {
        agrees();
        clock.freezeAt(java.time.Instant.parse("2027-02-01T09:00:00Z"));

        Answer answer = get(COORDINATOR, path());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("detail").asText()).contains("She does not agree, today");
    }

    /** Who sends it may not read about health on the case page; the letter is her task's. */
    @Test
    void whoHasTheTaskPrintsAlsoWhatIsAboutHealth() {
        Referral health = referrals.get(referrals
                .open(new NewReferral(
                        caseNumber,
                        "mentalHealthTeam",
                        "preRelease",
                        "now",
                        "mentalHealth",
                        "soon",
                        "She cannot sleep."))
                .orElseThrow());
        runJobs();
        submitOf(
                health,
                "UserTask_ConfirmProvider",
                Map.of("providerId", "northtownMentalHealth", "providerDecision", "send"));
        assertThat(get(COORDINATOR, path(health)).status()).isEqualTo(404);
        submitOf(
                health,
                "UserTask_AskReferralConsent",
                Map.of(
                        "referralConsent",
                        "given",
                        "referralConsentUntil",
                        "2027-01-31",
                        "referralConsentHow",
                        "spoken"));

        assertThat(get(COORDINATOR, path(health)).status()).isEqualTo(200);

        submitOf(health, "UserTask_RecordProviderAnswer", Map.of("answer", "accepted", "acceptedBy", "Bo"));
        assertThat(get(COORDINATOR, path(health)).status()).isEqualTo(404);
    }

    @Test
    void forAnybodyElseThereIsNoSuchReferral() {
        agrees();
        for (String user : List.of("letter.elsewhere", "letter.reception", "letter.manager", "letter.provider")) {
            Answer answer = get(user, path());
            assertThat(answer.status()).as(user).isEqualTo(404);
            assertThat(answer.text()).as(user).doesNotContain("Ana", caseNumber);
        }
        assertThat(get(null, path()).status()).isEqualTo(401);
        assertThat(get(COORDINATOR, "/api/referrals/999999/letter.pdf").status())
                .isEqualTo(404);
        assertThat(get(COORDINATOR, "/api/referrals/x/letter.pdf").status()).isEqualTo(404);
    }

    @Test
    void theCasePageOffersIt() {
        person("letter.owner", "caseManager.north");
        cases.assignCaseManager(caseNumber, "letter.owner");
        assertThat(letterOnPage()).isEmpty();

        agrees();

        assertThat(letterOnPage()).isEqualTo(path());
    }

    private String letterOnPage() {
        return get("letter.owner", "/api/cases/" + caseNumber)
                .json()
                .at("/referrals/items/0/letter")
                .asText("");
    }

    private void submitOf(Referral of, String taskId, Map<String, Object> answers) {
        Task task = taskService
                .createTaskQuery()
                .processInstanceId(of.processInstance())
                .taskDefinitionKey(taskId)
                .singleResult();
        formService.submitTaskForm(task.getId(), new LinkedHashMap<>(answers));
        runJobs();
    }

    private String path() {
        return path(referral);
    }

    private static String path(Referral of) {
        return "/api/referrals/" + of.id() + "/letter.pdf";
    }

    private PrintedFile print(String name) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path()))
                                .header("Authorization", basic(COORDINATOR, COORDINATOR))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        return PrintedFile.read(name, answer.body());
    }
}
