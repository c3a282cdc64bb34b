package org.throughcare.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.WebTest;
import org.throughcare.casefile.Contacts;
import org.throughcare.casefile.Need;
import org.throughcare.casefile.Needs;
import org.throughcare.journey.urgent.UrgentConcerns;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;

/** A woman asks what is held about her: everything of hers, and nothing of others. */
class SubjectAccessTest extends WebTest {

    private static final String NAME = "Māia Tūī Ngāruawāhia";

    @Autowired
    private Needs needs;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Consents consents;

    @Autowired
    private UrgentConcerns concerns;

    private String woman;

    @BeforeEach
    void aWomanWithAHistory() {
        person("caseManager.north", "caseManager.north");
        person("caseManager2.north", "caseManager.north");
        person("supervisor.north", "supervisor.north");
        person("supervisor.south", "supervisor.south");
        person("manager", "manager");
        woman = aWoman().named(NAME)
                .ownedBy("caseManager.north")
                .pregnant()
                .knownTo("threatFrom", "Her cousin Bartholomew")
                .knownTo("safePlaces", "The refuge in Quince Street")
                .admitted();
        needs.record(woman, new Need("abuse", "high", "inProgress", "both", null));
        contacts.made(woman, "noted", "phone", "kept", "She found a choir.");
        consents.give(woman, Consents.COMMUNITY_TEAM, ConsentKind.HEALTH, Optional.empty(), "inWriting");
        journal.write(
                woman,
                "formSubmitted",
                "Form \"makeSafetyPlan\" submitted.",
                Map.of(
                        "form",
                        "makeSafetyPlan",
                        "answers",
                        Map.of("threatFrom", "Her cousin Bartholomew", "warningSigns", "He rings at night.")));
        actAs("caseManager.north", "caseManager.north");
        formService.submitStartForm(
                engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("urgentResponse")
                        .latestVersion()
                        .singleResult()
                        .getId(),
                Map.of(
                        "caseNumber",
                        woman,
                        "flag",
                        "familyThreat",
                        "severity",
                        "urgent",
                        "whatHappened",
                        "Her aunt Philomena told us."));
        identityService.clearAuthentication();
    }

    @Test
    void everythingOfHersIsThereInWordsAndForMachines() {
        get("caseManager2.north", "/api/cases/" + woman);
        JsonNode held = get("caseManager.north", path()).json();

        assertThat(held.path("womanName").asText()).isEqualTo(NAME);
        assertThat(held.findValuesAsText("name"))
                .contains("person", "facts", "needs", "contacts", "consents", "urgentFlags", "journal", "accessLog");
        assertThat(line(held, "pregnant").path("label").asText()).contains("?");
        assertThat(line(held, "pregnant").path("value").asText()).isEqualTo("yes");
        assertThat(line(held, "pregnant").path("text").asText()).isEqualTo("Yes");
        assertThat(held.toString()).contains("She found a choir.", "He rings at night.", "Abuse and violence");
    }

    @Test
    void whatIsAboutOthersIsWithheldAndMarkedEverywhere() {
        String held = get("caseManager.north", path()).text();

        assertThat(held).doesNotContain("Bartholomew", "Quince", "Philomena");
        JsonNode threat = line(get("caseManager.north", path()).json(), "threatFrom");
        assertThat(threat.path("withheld").asBoolean()).isTrue();
        assertThat(threat.has("value")).isFalse();
    }

    @Test
    void staffAreNamedByTheirRole() {
        String held = get("supervisor.north", path()).text();

        assertThat(held).contains("Case manager, North").doesNotContain("caseManager.north", "supervisor.north");
    }

    @Test
    void thePdfReadsTheSameIsTaggedAndCarriesItsLetters() throws Exception {
        byte[] file = pdf(path() + "?format=pdf", "*/*");

        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Everything held about you");
            document.getPage(0).getResources().getFontNames().forEach(name -> {
                try {
                    assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                            .isTrue();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains(NAME, "She found a choir.", "Withheld: it is about somebody else.")
                    .doesNotContain("Bartholomew", "Quince", "Philomena");
        }
        assertThat(pdf(path(), "application/pdf")).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void herCaseManagerAndTheSupervisorsOfTheSiteMakeItAndNobodyElse() {
        assertThat(get("supervisor.north", path()).status()).isEqualTo(200);
        assertThat(get("caseManager2.north", path()).status()).isEqualTo(403);
        assertThat(get("manager", path()).status()).isEqualTo(403);
        assertThat(get("supervisor.south", path()).status()).isEqualTo(404);
        assertThat(get("caseManager2.north", "/api/cases/" + woman)
                        .json()
                        .path("mayExport")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void makingItIsItselfInTheAccessLog() {
        get("caseManager.north", path());

        JsonNode log =
                get("supervisor.north", "/api/cases/" + woman + "/access-log").json();
        assertThat(log.findValuesAsText("place")).contains("EXPORT");
    }

    private String path() {
        return "/api/cases/" + woman + "/subject-access";
    }

    private static JsonNode line(JsonNode held, String key) {
        List<JsonNode> lines = held.findParents("key").stream()
                .filter(line -> key.equals(line.path("key").asText()))
                .toList();
        assertThat(lines).as(key).isNotEmpty();
        return lines.get(0);
    }

    private byte[] pdf(String path, String accept) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", basic("caseManager.north", "caseManager.north"))
                                .header("Accept", accept)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", woman);
        return answer.body();
    }
}
