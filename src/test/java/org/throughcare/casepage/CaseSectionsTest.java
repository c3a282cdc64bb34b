package org.throughcare.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.WebTest;
import org.throughcare.casefile.Contacts;
import org.throughcare.casefile.Need;
import org.throughcare.casefile.Needs;
import org.throughcare.casefile.NewObjective;
import org.throughcare.casefile.NewStep;
import org.throughcare.casefile.Objectives;
import org.throughcare.casefile.ProgrammeSteps;
import org.throughcare.journey.urgent.UrgentConcerns;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.NewReferral;
import org.throughcare.referrals.Provider;
import org.throughcare.referrals.Referrals;

/** Each role sees the parts of a case that it works with, and learns that there are others. */
class CaseSectionsTest extends WebTest {

    private static final String SAID_TO_HEALTH = "She takes methadone since March.";

    @Autowired
    private Needs needs;

    @Autowired
    private Objectives objectives;

    @Autowired
    private ProgrammeSteps steps;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Consents consents;

    @Autowired
    private Referrals referrals;

    @Autowired
    private UrgentConcerns concerns;

    private String woman;

    @BeforeEach
    void aCase() {
        for (String role : List.of(
                "caseManager",
                "caseManager2",
                "supervisor",
                "healthcare",
                "receptionOfficer",
                "programmeFacilitator")) {
            person(role + ".north", role.replaceAll("\\d", "") + ".north");
        }
        person("manager", "manager");
        woman = aWoman().ownedBy("caseManager.north")
                .knownTo("safeContactWay", "Ring her sister after six.")
                .knownTo("familyThreat", "known")
                .knownTo("lynchPinNeed", "mentalHealth")
                .admitted();
        needs.record(woman, new Need("accommodation", "high", "inProgress", "prison", LocalDate.of(2026, 3, 1)));
        needs.record(woman, new Need("abuse", "high", "notStarted", "both", null));
        objectives.add(woman, new NewObjective("Keep her flat", "accommodation", "prison", null));
        steps.plan(
                woman, List.of(new NewStep(1, "traumaCounselling", "preWork", null, "Trauma first: it would open.")));
        contacts.made(woman, "noted", "phone", "kept", SAID_TO_HEALTH);
    }

    @Test
    void herCaseManagerReadsTheWholeCase() {
        JsonNode page = read("caseManager.north");

        assertThat(page.path("relation").asText()).isEqualTo("ASSIGNED");
        assertThat(page.path("withheld")).isEmpty();
        assertThat(texts(page.path("needs").path("items"), "pathway")).containsExactly("abuse", "accommodation");
        assertThat(texts(page.path("objectives").path("items"), "description")).containsExactly("Keep her flat");
        assertThat(page.path("programmes").path(0).path("reason").asText()).contains("Trauma first");
        assertThat(page.path("contacts").path("kept").asInt()).isEqualTo(1);
        assertThat(page.path("contacts").path("items").path(0).path("note").asText())
                .isEqualTo(SAID_TO_HEALTH);
        assertThat(page.path("safeContact").toString()).contains("Ring her sister", "A threat");
        assertThat(page.path("plan").path(0).path("answer").asText()).isNotEmpty();
    }

    @Test
    void aColleagueReadsThePlanWithoutHealthAndSafetyAndIsToldThatThereIsMore() {
        JsonNode page = read("caseManager2.north");

        assertThat(texts(page.path("needs").path("items"), "pathway")).containsExactly("accommodation");
        assertThat(page.path("needs").path("withheld").asInt()).isEqualTo(1);
        assertThat(page.path("programmes").path(0).has("reason")).isFalse();
        assertThat(page.path("contacts").path("items").path(0).has("note")).isFalse();
        assertThat(page.path("withheld").toString()).contains("safeContact");
        assertThat(page.toString()).doesNotContain("methadone", "sister", "A threat");
    }

    @Test
    void staffOfTheSiteWithoutWorkOnTheCaseReadWhoSheIs() {
        JsonNode page = read("receptionOfficer.north");

        assertThat(page.path("womanName").asText()).isNotEmpty();
        assertThat(texts(page.path("withheld"), null))
                .contains("plan", "needs", "objectives", "programmes", "referrals", "consents", "contacts");
        assertThat(page.toString()).doesNotContain("Keep her flat", "methadone", "sister", "traumaCounselling");
    }

    @Test
    void aManagerReadsCodesOnly() {
        JsonNode page = read("manager");

        assertThat(page.path("phase").asText()).isEqualTo("admission");
        assertThat(texts(page.path("withheld"), null)).contains("tasks", "decisions", "plan");
        assertThat(page.path("actions")).isEmpty();
    }

    @Test
    void aReferralTellsOfAnIllnessOnlyThoseWhoMayReadOfIt() {
        refer("drugTreatment");
        refer("housing");

        JsonNode colleague = read("caseManager2.north").path("referrals");
        assertThat(texts(colleague.path("items"), "service")).containsExactly("housing");
        assertThat(colleague.path("withheld").asInt()).isEqualTo(1);
        assertThat(read("caseManager2.north").toString()).doesNotContain("drugTreatment");
        assertThat(texts(read("caseManager.north").path("referrals").path("items"), "service"))
                .containsExactlyInAnyOrder("drugTreatment", "housing");
        assertThat(timeline("caseManager2.north").toString())
                .doesNotContain("drugTreatment", "Drug treatment")
                .contains("Housing");
    }

    @Test
    void aProviderReadsWhoSheIsAndNothingOfHerJourney() {
        person("provider.harbourHouse", "provider.harbourHouse");
        refer("housing");
        long referral = referrals.openFor(woman, "housing").orElseThrow().id();
        LocalDate agreed = LocalDate.of(2028, 1, 1);
        referrals.choose(
                referral,
                new Provider("harbourHouse", "Harbour House", "a@example.org", agreed, true, OptionalInt.empty()));
        referrals.sent(referral);
        consents.give(woman, "harbourHouse", ConsentKind.IDENTITY, Optional.empty(), "inWriting");
        concerns.raise(woman, "familyThreat", "urgent", "socialWorker", null, "Her brother asked for her.");

        JsonNode page = read("provider.harbourHouse");

        assertThat(page.path("relation").asText()).isEqualTo("PROVIDER");
        assertThat(page.path("womanName").asText()).isNotEmpty();
        assertThat(page.path("flags")).isEmpty();
        assertThat(List.of("phase", "track", "releaseDate", "releasedAt", "legalStatus", "admissionDate"))
                .allMatch(part -> page.path(part).isNull() || page.path(part).isMissingNode());
        assertThat(page.path("status").asText()).isEqualTo("open");
    }

    private void refer(String service) {
        referrals.open(new NewReferral(woman, service, "custody", "now", "releaseCoordinator", "soon", "It is time."));
    }

    @Test
    void consentsShowHerNewestAnswerAndWhetherItCounts() {
        consents.give(
                woman,
                Consents.COMMUNITY_TEAM,
                ConsentKind.HEALTH,
                Optional.of(LocalDate.of(2026, 1, 20)),
                "inWriting");
        consents.refuse(woman, "probation", ConsentKind.HEALTH, "spoken");
        consents.give(woman, "probation", ConsentKind.HEALTH, Optional.empty(), "spoken");

        JsonNode shown = read("caseManager.north").path("consents");

        assertThat(texts(shown, "recipient")).containsExactly("Community team", "Probation");
        assertThat(texts(shown, "answer")).containsExactly("given", "given");
        clock.freezeAt(START.plus(java.time.Duration.ofDays(20)));
        assertThat(read("caseManager.north")
                        .path("consents")
                        .path(0)
                        .path("inForce")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aTaskIsLinkedForItsPeopleAndNamedForThoseWhoMayReadItsAnswers() {
        concerns.raise(woman, "withdrawal", "urgent", "healthcare", null, "She shakes.");

        JsonNode hers = read("healthcare.north").path("tasks").path(0);
        assertThat(hers.path("id").asText()).isNotEmpty();
        assertThat(hers.path("roles").path(0).asText()).isEqualTo("healthcare");
        JsonNode others = read("programmeFacilitator.north").path("tasks").path(0);
        assertThat(others.has("id")).isFalse();
        assertThat(others.has("name")).isFalse();
        assertThat(others.path("dueAt").asText()).isNotEmpty();
        assertThat(read("supervisor.north").path("tasks").path(0).has("id")).isTrue();
    }

    @Test
    void theTimelineShowsAFormInItsOwnWordsAnswerByAnswer() {
        journal.write(
                woman,
                "formSubmitted",
                "Form \"receptionHealthScreen\" submitted.",
                Map.of(
                        "form",
                        "receptionHealthScreen",
                        "answers",
                        Map.of("withdrawalRisk", "yes", "selfHarmRisk", "historic")));

        JsonNode own = timeline("caseManager.north").path("items").path(0);
        assertThat(own.path("summary").asText()).isEqualTo("Reception health screen");
        assertThat(own.path("answers").toString()).contains("Yes").doesNotContain("withdrawalRisk\"}");
        assertThat(texts(own.path("answers"), "question"))
                .hasSize(2)
                .noneMatch(question -> question.equals("selfHarmRisk"));
        JsonNode nurse = timeline("healthcare.north").path("items").path(0);
        assertThat(texts(nurse.path("answers"), "key")).containsExactly("withdrawalRisk");
        JsonNode officer = timeline("receptionOfficer.north").path("items").path(0);
        assertThat(officer.has("summary")).isFalse();
        assertThat(officer.path("kind").asText()).isEqualTo("formSubmitted");
    }

    @Test
    void theTimelineIsNarrowedToOneKindOfLines() {
        JsonNode lines = get("caseManager.north", "/api/cases/" + woman + "/timeline?kind=contactNoted")
                .json()
                .path("items");

        assertThat(texts(lines, "kind")).containsExactly("contactNoted");
    }

    private JsonNode read(String user) {
        Answer answer = get(user, "/api/cases/" + woman);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode timeline(String user) {
        return get(user, "/api/cases/" + woman + "/timeline").json();
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> field == null ? item.asText() : item.path(field).asText())
                .toList();
    }
}
