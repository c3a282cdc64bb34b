package org.throughcare.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughcare.WebTest;

class CaseControllerTest extends WebTest {

    private CaseFile woman;

    @BeforeEach
    void aCase() {
        person("caseManager.north", "caseManager.north");
        person("caseManager.south", "caseManager.south");
        person("programmeFacilitator.north", "programmeFacilitator.north");
        person("manager", "manager");
        person("analyst", "analyst");
        person("admin", "camunda-admin");
        person("provider.harbourHouse", "provider.harbourHouse");
        woman = cases.get(aWoman().ownedBy("caseManager.north").admitted());
    }

    @Test
    void staffOfTheSiteReadTheCase() {
        Answer answer = get("caseManager.north", "/api/cases/" + woman.caseNumber());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("womanName").asText()).isEqualTo(woman.womanName());
        assertThat(answer.json().path("status").asText()).isEqualTo("open");
        assertThat(answer.json().path("flags").isArray()).isTrue();
        assertThat(answer.json().has("caseManager")).isTrue();
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void atAnotherSiteTheCaseDoesNotExist() {
        for (String path : List.of("", "/timeline")) {
            assertThat(get("caseManager.south", "/api/cases/" + woman.caseNumber() + path)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(get("caseManager.south", "/api/cases?query=" + woman.caseNumber())
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(post("caseManager.south", "/api/cases/cards", Map.of("caseNumbers", List.of(woman.caseNumber())))
                        .json())
                .isEmpty();
    }

    @Test
    void aManagerSeesCodesAndNobodysName() {
        Answer answer = get("manager", "/api/cases/" + woman.caseNumber());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("phase").asText()).isEqualTo("admission");
        assertThat(answer.text())
                .doesNotContain(
                        woman.womanName(),
                        woman.prisonNumber(),
                        woman.dateOfBirth().toString());
        assertThat(get("manager", "/api/cases?query=" + woman.caseNumber())
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(get("manager", "/api/cases?query=" + woman.prisonNumber())
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(get("manager", "/api/cases/" + woman.caseNumber() + "/timeline")
                        .text())
                .doesNotContain("summary");
    }

    @Test
    void nobodyElseReadsAnything() {
        for (String user : List.of("analyst", "admin", "provider.harbourHouse")) {
            assertThat(get(user, "/api/cases").status()).as(user).isEqualTo(403);
            assertThat(get(user, "/api/cases/" + woman.caseNumber()).status())
                    .as(user)
                    .isEqualTo(403);
        }
    }

    @Test
    void casesAreFoundByTheirWordsAndPageByPage() {
        assertThat(get(
                                "caseManager.north",
                                "/api/cases?query=" + woman.prisonNumber().toLowerCase(java.util.Locale.ROOT))
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(post("caseManager.north", "/api/cases/search", Map.of("query", woman.caseNumber(), "size", 1))
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(get("caseManager.north", "/api/cases?query=%25%25_").json().path("items"))
                .isEmpty();
        assertThat(get("caseManager.north", "/api/cases?size=101").status()).isEqualTo(400);
        assertThat(get("caseManager.north", "/api/cases?size=many").status()).isEqualTo(400);
    }

    @Test
    void theTimelineTellsTheNewestFirst() {
        journal.write(woman.caseNumber(), "noted", "She likes gardening.", Map.of());

        Answer answer = get("caseManager.north", "/api/cases/" + woman.caseNumber() + "/timeline?size=1");

        assertThat(answer.json().path("items").path(0).path("summary").asText()).isEqualTo("She likes gardening.");
        assertThat(answer.json().path("more").asBoolean()).isTrue();
    }

    @Test
    void aColleagueWhoIsNotAssignedReadsWhoSheIsAndNotWhatSheTold() {
        String unlike = "a word that only she said";
        journal.write(
                woman.caseNumber(),
                "formSubmitted",
                "Form submitted.",
                Map.of("answers", Map.of("threatFrom", unlike, "womanName", "shown")));

        String timeline = get("programmeFacilitator.north", "/api/cases/" + woman.caseNumber() + "/timeline")
                .text();
        Answer head = get("programmeFacilitator.north", "/api/cases/" + woman.caseNumber());

        assertThat(timeline).contains("shown").doesNotContain(unlike);
        assertThat(head.json().path("womanName").asText()).isEqualTo(woman.womanName());
        assertThat(head.json().has("homeDistrict")).isFalse();
        assertThat(get("caseManager.north", "/api/cases/" + woman.caseNumber() + "/timeline")
                        .text())
                .contains(unlike);
    }

    @Test
    void cardsTellWhoATaskIsAbout() {
        Answer cards =
                post("caseManager.north", "/api/cases/cards", Map.of("caseNumbers", List.of(woman.caseNumber(), "X")));

        assertThat(cards.json().path(woman.caseNumber()).path("womanName").asText())
                .isEqualTo(woman.womanName());
        List<String> tooMany = IntStream.range(0, 101)
                .mapToObj(number -> "NORTH-2026-" + number)
                .toList();
        assertThat(post("caseManager.north", "/api/cases/cards", Map.of("caseNumbers", tooMany))
                        .status())
                .isEqualTo(400);
    }
}
