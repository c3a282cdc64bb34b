package org.throughcare.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.WebTest;
import org.throughcare.access.AccessLog;
import org.throughcare.casefile.JournalEntry;
import org.throughcare.casefile.NewCase;
import org.throughcare.casefile.NewObjective;
import org.throughcare.casefile.Objectives;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.NewReferral;
import org.throughcare.referrals.Provider;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;

/** What is printed for her and about her. */
class PacksTest extends WebTest {

    private static final String OWNER = "packs.owner";

    @Autowired
    Objectives objectives;

    @Autowired
    Consents consents;

    @Autowired
    Referrals referrals;

    @Autowired
    AccessLog accessLog;

    private String caseNumber;

    @BeforeEach
    void aWomanBeforeHerRelease() {
        person(OWNER, "caseManager.north");
        person("packs.colleague", "caseManager.north");
        person("packs.elsewhere", "caseManager.south");
        person("packs.manager", "manager");
        person("packs.admin", "camunda-admin");
        person("packs.provider", "provider.harbourHouse");
        caseNumber = aWoman().named("Māia Tūī Ngāruawāhia")
                .ownedBy(OWNER)
                .releasedOn(LocalDate.of(2026, 3, 2))
                .knownTo("communityContactName", "Aroha Pene")
                .knownTo("communityContactReach", "01632 960 077")
                .knownTo("hopesAfterRelease", "A home where my son can visit me.")
                .knownTo("dayOfRelease", "Aroha meets her; train to Northtown; first night at Quince Street 4.")
                .knownTo("firstWeeks", "Ring twice a week. Doctor on 4 March.")
                .knownTo("safeContactWay", "Never by her sister's telephone.")
                .knownTo("threatFrom", "Her cousin Bartholomew")
                .knownTo("safePlaces", "The refuge in Quince Street")
                .knownTo("currentMedicines", "Methadone 40 ml")
                .knownTo("firstHealthAppointment", "2026-03-04")
                .knownTo("firstPaymentOn", "2026-03-09")
                .knownTo("firstMeetingDate", "2026-03-03")
                .knownTo(
                        "planGoals",
                        List.of(Map.of(
                                "goal", "A place of my own",
                                "firstStep", "See the housing office",
                                "goalSide", "her",
                                "goalBy", "2026-04-01")))
                .admitted();
        objectives.add(caseNumber, new NewObjective("Write to my son", "family", "both", LocalDate.of(2026, 2, 1)));
        long done = objectives.add(
                caseNumber, new NewObjective("Get a birth certificate", "identityPapers", "prison", null));
        objectives.changeStatus(done, "completed", "It came.");
        objectives.add(caseNumber, new NewObjective("Stay on methadone", "drugsAlcohol", "both", null));
        booked("housing", "Northtown Housing Options", "2026-03-05", "10:30", "12 Market Square");
        booked("drugTreatment", "Bridge Recovery Service", "2026-03-06", "14:00", "Bridge Street 3");
        booked("domesticAbuseService", "Northtown Women's Centre", "2026-03-10", "11:00", "Elm Road 8");
    }

    private void booked(String service, String provider, String day, String time, String place) {
        Referral referral = referrals.get(referrals
                .open(new NewReferral(
                        caseNumber, service, "preRelease", "now", "releaseCoordinator", "soon", "She asked for it."))
                .orElseThrow());
        referrals.choose(
                referral.id(),
                new Provider(
                        "packs" + service,
                        provider,
                        "x@example.org",
                        LocalDate.of(2028, 1, 1),
                        false,
                        OptionalInt.empty()));
        referrals.booked(referral.id(), LocalDate.parse(day));
        facts.put(
                caseNumber,
                referral.subject(),
                Map.of("appointmentTime", time, "appointmentPlace", place),
                "UserTask_BookFirstAppointment");
    }

    @ParameterizedTest
    @EnumSource
    void theGatePackSpeaksHerLanguageAndEnglish(PackLanguage language) {
        Saying say = new Saying(language);

        PrintedFile file = gatePack("?language=" + language.code(), "gate-pack-" + language.code());

        assertThat(file.tagged()).isTrue();
        assertThat(file.language()).isEqualTo(language.code());
        assertThat(file.title()).isEqualTo(say.title("gate"));
        assertThat(file.fontsOutside()).isEmpty();
        List.of(
                        "gate",
                        "yours",
                        "help",
                        "take.papers",
                        "take.medicines",
                        "appointment.housing",
                        "call.emergency",
                        "keepSafe")
                .forEach(key -> say.words(key)
                        .forEach(said -> assertThat(file.text()).contains(PrintedFile.inOneLine(said.text()))));
        say.day(LocalDate.of(2026, 3, 2))
                .forEach(said -> assertThat(file.text()).contains(said.text()));
        assertThat(file.text())
                .contains("Māia Tūī Ngāruawāhia", "Aroha Pene", "01632 960 077", "999", "10:30", "12 Market Square");
    }

    @Test
    void whoeverReadsTheGatePackAtHomeLearnsNothingThatOthersMayNotKnow() {
        PrintedFile file = gatePack("", "gate-pack-discreet");

        assertThat(file.text()).contains("Wednesday 4 March", "Friday 6 March", "14:00", "First payment");
        assertNothingSecret(file);
        assertThat(file.text())
                .doesNotContain("Bridge", "Recovery", "Drug", "Doctor", "Women's Centre", "Elm Road", "abuse");
    }

    @Test
    void servicesAreNamedWhenSheWantsItAndThoseAgainstViolenceNever() {
        PrintedFile file = gatePack("?services=named", "gate-pack-named");

        assertThat(file.text()).contains("Drug and alcohol service", "Bridge Street 3", "Doctor or health service");
        assertNothingSecret(file);
        assertThat(file.text()).doesNotContain("Women's Centre", "Elm Road", "abuse");
    }

    @Test
    void whereSomebodyThreatensHerNothingIsNamedWhateverIsAsked() {
        facts.put(caseNumber, "", Map.of("familyThreat", "suspected"), "test");

        PrintedFile file = gatePack("?services=named", "gate-pack-threat");

        assertThat(file.text()).contains("Thursday 5 March", "10:30", "Ask the people named above");
        assertNothingSecret(file);
        assertThat(file.text())
                .doesNotContain("Housing", "Market Square", "First payment", "Drug", "Bridge", "Women's Centre");
    }

    private static void assertNothingSecret(PrintedFile file) {
        assertThat(file.text())
                .doesNotContainIgnoringCase("quince")
                .doesNotContainIgnoringCase("refuge")
                .doesNotContainIgnoringCase("methadone")
                .doesNotContainIgnoringCase("bartholomew")
                .doesNotContainIgnoringCase("sister")
                .doesNotContainIgnoringCase("prison");
    }

    @Test
    void itSpeaksTheLanguageThatReceptionWroteDown() {
        cases.open(new NewCase(
                "H7391HQ",
                "प्रिया शर्मा",
                LocalDate.of(1990, 5, 1),
                "north",
                LocalDate.of(2026, 1, 10),
                "sentenced",
                LocalDate.of(2026, 9, 9),
                "Northtown",
                "Hindi"));
        String hers = cases.openWithPrisonNumber("H7391HQ").orElseThrow().caseNumber();
        cases.assignCaseManager(hers, OWNER);

        PrintedFile file = print(OWNER, "/api/cases/" + hers + "/packs/gate-pack.pdf", "gate-pack-own");

        assertThat(file.language()).isEqualTo("hi");
        assertThat(file.text()).contains("प्रिया शर्मा");
        assertThat(get(OWNER, path("gate-pack") + "?language=xx").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "mi", "hi", "bn"})
    void theReleasePlanIsInHerWords(String language) {
        PrintedFile file = print(OWNER, path("release-plan") + "?language=" + language, "release-plan-" + language);

        assertThat(file.tagged()).isTrue();
        assertThat(file.language()).isEqualTo(language);
        assertThat(file.text())
                .contains(
                        "A home where my son can visit me.",
                        "A place of my own",
                        "See the housing office",
                        "Write to my son",
                        "Northtown Housing Options",
                        new Saying(PackLanguage.of(language).orElseThrow()).title("goals"))
                .doesNotContain("Bartholomew", "refuge", "sister", "abuse", "Women's Centre");
    }

    @Test
    void whereSomebodyThreatensHerThePlanDoesNotSayWhereTheFirstDayLeads() {
        facts.put(caseNumber, "", Map.of("forcedMarriageRisk", "yes"), "test");

        PrintedFile file = print(OWNER, path("release-plan"), "release-plan-threat");

        assertThat(file.text()).contains("A place of my own").doesNotContain("Quince", "Doctor on 4 March");
    }

    @Test
    void withoutAnythingWrittenDownThereIsNoPlanToPrint() {
        String hers = aWoman().ownedBy(OWNER).admitted();

        Answer answer = get(OWNER, "/api/cases/" + hers + "/packs/release-plan.pdf");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("detail").asText()).contains("nothing is written down");
    }

    @Test
    void withoutHerConsentThereIsNoHandoverSummary() {
        Answer answer = get(OWNER, path("handover-summary"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("detail").asText()).contains("She does not agree");
        assertThat(journalOf(caseNumber, "packPrinted")).isEmpty();
    }

    @Test
    void theHandoverSummarySaysWhatSheAgreedToAndNothingElse() {
        facts.put(
                caseNumber,
                "",
                Map.of(
                        "gateMeetingNeeded", "yes",
                        "gateMeetingWho", "Aroha",
                        "clinicalCareNeeded", "yes",
                        "clinicalCareWhere", "Methadone at Bridge Street",
                        "releaseChecklist", List.of("inCarePlan", "planDrawnUp"),
                        "handoverIssues", "Canary: her cousin drives a red van."),
                "test");
        objectives.add(caseNumber, new NewObjective("Understand what led to it", "thinking", "prison", null));
        agrees(ConsentKind.RELEASE_PLAN);

        PrintedFile little = print(OWNER, path("handover-summary"), "handover-little");

        assertThat(little.tagged()).isTrue();
        assertThat(little.text())
                .contains("Get a birth certificate", "Aroha", "Not shared", "Release is in her care plan Done")
                .doesNotContain(
                        "Māia", "Write to my son", "methadone", "Methadone", "Canary", "Bridge", "Women's Centre");

        List.of(
                        ConsentKind.IDENTITY,
                        ConsentKind.HEALTH,
                        ConsentKind.DRUGS_ALCOHOL,
                        ConsentKind.SAFETY,
                        ConsentKind.FAMILY)
                .forEach(this::agrees);
        PrintedFile all = print(OWNER, path("handover-summary"), "handover-all");

        assertThat(all.text())
                .contains("Māia", "Write to my son", "Stay on methadone", "Methadone at Bridge Street", "Canary")
                .doesNotContain("Housing", "what led to it");
    }

    private void agrees(ConsentKind kind) {
        consents.give(caseNumber, Consents.COMMUNITY_TEAM, kind, Optional.of(LocalDate.of(2026, 12, 31)), "inWriting");
    }

    @Test
    void aPrintingIsKnownAndTheFileHasNoName() {
        HttpResponse<byte[]> answer = ask(OWNER, path("gate-pack"));

        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).isEqualTo("no-store");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("inline; filename=\"gate-pack-" + caseNumber + ".pdf\"");
        assertThat(journalOf(caseNumber, "packPrinted"))
                .extracting(JournalEntry::by, line -> line.details().get("pack"))
                .containsExactly(org.assertj.core.groups.Tuple.tuple(OWNER, "gate-pack"));
        assertThat(accessLog.of(caseNumber))
                .anyMatch(line -> line.by().equals(OWNER) && line.place().equals("EXPORT"));
    }

    @Test
    void packsAreForThoseWhoMayReadWhatIsInThem() {
        for (Pack pack : Pack.values()) {
            String path = path(pack.code());
            assertThat(get("packs.colleague", path).status()).as(path).isEqualTo(403);
            assertThat(get("packs.manager", path).status()).as(path).isEqualTo(403);
            assertThat(get("packs.elsewhere", path).status()).as(path).isEqualTo(404);
            assertThat(get("packs.provider", path).status()).as(path).isEqualTo(403);
            assertThat(get("packs.admin", path).status()).as(path).isEqualTo(403);
            assertThat(get(null, path).status()).as(path).isEqualTo(401);
        }
        assertThat(get(OWNER, path("everything")).status()).isEqualTo(404);
        assertThat(get(OWNER, "/api/cases/" + caseNumber).json().path("packs")).hasSize(3);
        assertThat(get("packs.colleague", "/api/cases/" + caseNumber).json().path("packs"))
                .isEmpty();
    }

    @Test
    void aRestrictedCaseDoesNotExistForWhoIsNotOnItsList() {
        person("packs.supervisor", "supervisor.north");
        put(
                "packs.supervisor",
                "/api/cases/" + caseNumber + "/restriction",
                Map.of("readers", List.of("packs.supervisor")));

        assertThat(get("packs.colleague", path("gate-pack")).status()).isEqualTo(404);
        assertThat(get("packs.manager", path("gate-pack")).status()).isEqualTo(404);
    }

    private String path(String pack) {
        return "/api/cases/" + caseNumber + "/packs/" + pack + ".pdf";
    }

    private PrintedFile gatePack(String question, String name) {
        return print(OWNER, path("gate-pack") + question, name);
    }

    private PrintedFile print(String user, String path, String name) {
        HttpResponse<byte[]> answer = ask(user, path);
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        return PrintedFile.read(name, answer.body());
    }

    private HttpResponse<byte[]> ask(String user, String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .header("Authorization", basic(user, user))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
