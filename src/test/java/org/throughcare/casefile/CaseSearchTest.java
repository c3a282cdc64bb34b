package org.throughcare.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.ProcessTest;

/** Cases are found although the record is sealed. */
class CaseSearchTest extends ProcessTest {

    private static final CaseScope NORTH = new CaseScope(List.of("north"), Set.of(), true);

    @Autowired
    CaseSearch search;

    @Autowired
    UrgentFlags flags;

    @Test
    void aNameIsFoundByItsBeginningItsSoundAndNearlyItsSpelling() {
        String her = aWoman().named("Gulnara Xhaferi-Müller").admitted();

        for (String words : List.of(
                "Gulnara",
                "gulnra",
                "Gulnarah",
                "xhaf",
                "Xaferi",
                "Muller gulnara",
                "MÜLLER",
                "Gulnara Xhaferi-Müller")) {
            assertThat(found(words)).as(words).contains(her);
        }
        for (String words : List.of("Tawhiri", "Gulnara Tawhiri", "%", "_", "'")) {
            assertThat(found(words)).as(words).doesNotContain(her);
        }
    }

    @Test
    void aNameInAnotherScriptIsFound() {
        String her = aWoman().named("Айгүл Токтогулова").admitted();

        assertThat(found("айгул")).contains(her);
        assertThat(found("Токтогулава")).contains(her);
    }

    @Test
    void aPrisonNumberIsFoundFromItsThirdLetterOn() {
        CaseFile her = cases.get(aWoman().admitted());
        String number = her.prisonNumber();

        assertThat(found(number.toLowerCase())).contains(her.caseNumber());
        assertThat(found(number.substring(0, 3))).contains(her.caseNumber());
        assertThat(found(number.substring(0, 4) + "-" + number.substring(4))).contains(her.caseNumber());
        assertThat(found("Q9" + number.substring(2))).isEmpty();
    }

    @Test
    void aCaseNumberAndADayOfBirthAreFound() {
        String her = aWoman().bornOn(LocalDate.of(1951, 3, 7)).admitted();

        assertThat(found(her.substring(her.indexOf('-') + 1))).contains(her);
        for (String day : List.of("1951-03-07", "7.3.1951", "07/03/1951")) {
            assertThat(found(day)).as(day).containsExactly(her);
        }
        assertThat(found("1951-03-08")).doesNotContain(her);
        assertThat(found("1951-13-45")).isEmpty();
    }

    @Test
    void aNewNameReplacesTheOldOneWhenSheComesBack() {
        CaseFile her = cases.get(aWoman().named("Quirina Before").admitted());
        cases.close(her.caseNumber(), "yearCompleted");
        cases.open(new NewCase(
                her.prisonNumber(),
                "Quirina After",
                her.dateOfBirth(),
                "north",
                her.admissionDate(),
                "remand",
                null,
                null,
                null));

        assertThat(found("Quirina After")).containsExactly(her.caseNumber());
        assertThat(found("Quirina Before")).isEmpty();
    }

    @Test
    void elsewhereAndForReadersOfCodesNobodyIsFoundByName() {
        CaseFile her = cases.get(aWoman().named("Sinalei Hidden").admitted());
        CaseFilter byName = CaseFilter.ofWords("Sinalei");
        CaseFilter byPrisonNumber = CaseFilter.ofWords(her.prisonNumber());

        for (CaseScope scope : List.of(
                new CaseScope(List.of("south"), Set.of(), true),
                new CaseScope(List.of(), Set.of(), true),
                new CaseScope(List.of("north", "south"), Set.of(), false))) {
            assertThat(search.find(scope, byName, Optional.empty(), 10)).isEmpty();
            assertThat(search.find(scope, byPrisonNumber, Optional.empty(), 10)).isEmpty();
        }
        assertThat(search.find(
                        new CaseScope(List.of("north"), Set.of(), false),
                        CaseFilter.ofWords(her.caseNumber()),
                        Optional.empty(),
                        10))
                .hasSize(1);
    }

    @Test
    void aRestrictedCaseIsNotThere() {
        CaseFile her = cases.get(aWoman().named("Oriana Restricted").admitted());
        CaseScope outside = new CaseScope(List.of("north"), Set.of(her.caseNumber()), true);

        for (String words : List.of("Oriana", her.prisonNumber(), her.caseNumber())) {
            assertThat(search.find(outside, CaseFilter.ofWords(words), Optional.empty(), 10))
                    .as(words)
                    .isEmpty();
        }
    }

    @Test
    void filtersNarrowTheList() {
        LocalDate today = LocalDate.of(2026, 1, 12);
        String soon = aWoman().named("Zzilter")
                .releasedOn(today.plusWeeks(11))
                .ownedBy("filter.owner")
                .admitted();
        String later = aWoman().named("Zzilter").releasedOn(today.plusWeeks(23)).admitted();
        String unknown = aWoman().named("Zzilter").onRemand().admitted();
        String closed = aWoman().named("Zzilter").releasedOn(today.plusWeeks(2)).admitted();
        cases.close(closed, "deported");
        flags.raise(
                new NewFlag(later, "selfHarm", "urgent", "mentalHealth", Instant.parse("2026-01-13T09:00:00Z"), "x"));
        cases.enterPhase(later, "assessment");

        assertThat(filtered(new CaseFilter("Zzilter", null, null, null, 12, false, null, false, false, false)))
                .containsExactly(soon);
        assertThat(filtered(new CaseFilter("Zzilter", null, null, null, 24, false, null, false, false, false)))
                .containsExactly(soon, later);
        assertThat(filtered(new CaseFilter("Zzilter", null, null, null, null, true, null, false, false, false)))
                .containsExactly(unknown);
        assertThat(filtered(
                        new CaseFilter("Zzilter", null, null, null, null, false, "filter.owner", false, false, false)))
                .containsExactly(soon);
        assertThat(filtered(new CaseFilter("Zzilter", null, null, null, null, false, null, true, false, false)))
                .containsExactly(later, unknown);
        assertThat(filtered(new CaseFilter("Zzilter", null, null, null, null, false, null, false, true, false)))
                .containsExactly(later);
        assertThat(filtered(new CaseFilter("Zzilter", "closed", null, null, null, false, null, false, false, false)))
                .containsExactly(closed);
        assertThat(filtered(new CaseFilter(
                        "Zzilter",
                        "open",
                        List.of("assessment"),
                        List.of("full"),
                        null,
                        false,
                        null,
                        false,
                        false,
                        false)))
                .containsExactly(later);
        assertThat(filtered(new CaseFilter("Zzilter", null, null, null, null, false, null, false, false, false)))
                .containsExactly(closed, soon, later, unknown);
    }

    @Test
    void aCaseIsOverdueWhileATaskIsPastItsDate() {
        String her = aWoman().named("Zzoverdue").admitted();
        start("admission", her, Map.of("releaseDate", "2026-12-01"));
        CaseFilter overdue = new CaseFilter("Zzoverdue", null, null, null, null, false, null, false, false, true);
        assertThat(filtered(overdue)).isEmpty();

        advance(Duration.ofDays(3));

        assertThat(filtered(overdue)).containsExactly(her);
    }

    @Test
    void pagesFollowEachOtherWithoutAGapOrARepetition() {
        LocalDate today = LocalDate.of(2026, 1, 12);
        List<String> all = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            all.add(aWoman().ownedBy("pager").releasedOn(today.plusDays(30)).admitted());
        }
        all.add(aWoman().ownedBy("pager").releasedOn(today.plusDays(60)).admitted());
        all.add(aWoman().ownedBy("pager").onRemand().admitted());
        all.add(aWoman().ownedBy("pager").onRemand().admitted());
        CaseFilter filter = new CaseFilter("", null, null, null, null, false, "pager", false, false, false);

        List<String> seen = new ArrayList<>();
        Optional<CasePlace> after = Optional.empty();
        for (List<CaseFile> page = search.find(NORTH, filter, after, 2);
                !page.isEmpty();
                page = search.find(NORTH, filter, after, 2)) {
            page.forEach(file -> seen.add(file.caseNumber()));
            after = CasePlace.parse(CasePlace.of(page.get(page.size() - 1)).toString());
        }

        assertThat(seen).containsExactlyElementsOf(all);
    }

    private List<String> found(String words) {
        return filtered(CaseFilter.ofWords(words));
    }

    private List<String> filtered(CaseFilter filter) {
        return search.find(NORTH, filter, Optional.empty(), 50).stream()
                .map(CaseFile::caseNumber)
                .toList();
    }
}
