package org.throughcare.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.WebTest;
import org.throughcare.journey.urgent.UrgentConcerns;

/** The list of cases: filters, order, pages, and pages of HTML only for who is signed in. */
class CaseListTest extends WebTest {

    @Autowired
    private UrgentConcerns concerns;

    private String owner;
    private String soon;
    private String later;
    private String onRemand;

    @BeforeEach
    void cases() {
        person("caseManager.north", "caseManager.north");
        owner = "owner" + System.nanoTime();
        soon = aWoman().ownedBy(owner)
                .releasedOn(java.time.LocalDate.of(2026, 2, 20))
                .admitted();
        later = aWoman().ownedBy(owner)
                .releasedOn(java.time.LocalDate.of(2026, 6, 1))
                .admitted();
        onRemand = aWoman().ownedBy(owner).onRemand().admitted();
    }

    @Test
    void theNextReleaseComesFirstAndUnknownDatesLast() {
        assertThat(found(Map.of())).containsExactly(soon, later, onRemand);
    }

    @Test
    void filtersNarrowTheList() {
        concerns.raise(later, "other", "priority", "caseOfficer", null, "She asks for a call.");

        assertThat(found(Map.of("releaseWithinWeeks", 12))).containsExactly(soon);
        assertThat(found(Map.of("releaseWithinWeeks", 24))).containsExactly(soon, later);
        assertThat(found(Map.of("releaseDateUnknown", true))).containsExactly(onRemand);
        assertThat(found(Map.of("tracks", List.of("remand")))).containsExactly(onRemand);
        assertThat(found(Map.of("phases", List.of("handover")))).isEmpty();
        assertThat(found(Map.of("openFlags", true))).containsExactly(later);
        assertThat(found(Map.of("overdue", true))).isEmpty();
        clock.freezeAt(START.plus(java.time.Duration.ofDays(30)));
        assertThat(found(Map.of("overdue", true))).containsExactly(later);
        assertThat(found(Map.of("status", "closed"))).isEmpty();
    }

    @Test
    void aPageSaysWhereTheNextOneBegins() {
        Map<String, Object> wish = new HashMap<>(Map.of("size", 2));
        List<String> seen = new ArrayList<>(found(wish));
        assertThat(seen).containsExactly(soon, later);

        wish.put("after", search(wish).json().path("next").asText());
        assertThat(found(wish)).containsExactly(onRemand);
        assertThat(search(wish).json().has("next")).isFalse();
    }

    @Test
    void nonsenseIsRefused() {
        assertThat(search(Map.of("status", "dreaming")).status()).isEqualTo(400);
        assertThat(search(Map.of("releaseWithinWeeks", -3)).status()).isEqualTo(400);
        assertThat(search(Map.of("after", "'; drop table")).status()).isEqualTo(400);
        assertThat(search(Map.of("size", 101)).status()).isEqualTo(400);
    }

    @Test
    void thePagesAskToSignInAndLeadBack() {
        Answer page = send(
                request(null, "/cases/" + soon).header("Accept", "text/html").GET());

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElse("")).endsWith("?back=/cases/" + soon);
        assertThat(get("caseManager.north", "/api/case-managers").status()).isEqualTo(200);
    }

    private List<String> found(Map<String, Object> wish) {
        Answer answer = search(wish);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .map((JsonNode item) -> item.path("caseNumber").asText())
                .toList();
    }

    private Answer search(Map<String, Object> wish) {
        Map<String, Object> complete = new HashMap<>(wish);
        complete.put("caseManager", owner);
        return post("caseManager.north", "/api/cases/search", complete);
    }
}
