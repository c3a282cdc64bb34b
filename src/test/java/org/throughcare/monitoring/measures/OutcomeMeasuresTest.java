package org.throughcare.monitoring.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.monitoring.measures.SmallEstate.NORTH;
import static org.throughcare.monitoring.measures.SmallEstate.NOW;
import static org.throughcare.monitoring.measures.SmallEstate.SOUTH;
import static org.throughcare.monitoring.measures.SmallEstate.at;
import static org.throughcare.monitoring.measures.SmallEstate.everything;
import static org.throughcare.monitoring.measures.SmallEstate.hiding;
import static org.throughcare.monitoring.measures.SmallEstate.told;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.throughcare.casefile.Facts;
import org.throughcare.sites.Site;

/** Each outcome on women who can be counted by hand, and what is hidden because they are few. */
class OutcomeMeasuresTest {

    private final SmallEstate estate = new SmallEstate();
    private final Facts facts = Mockito.mock(Facts.class);
    private final LynchPin lynchPin = new LynchPin(facts);
    private final ReleasedWomen released = new ReleasedWomen(estate.sql, lynchPin);
    private final OutcomeMeasures measures = new OutcomeMeasures();

    private String released(Site site, String at, Map<String, ?> more) {
        String woman = estate.woman(site, "followUp", Map.of("released_at", at(at)));
        Map<String, Object> row = new HashMap<>(more);
        row.put("case_number", woman);
        row.put("site", site.id());
        row.put("track", "full");
        row.put("released_at", at(at));
        estate.row("release_outcome", row);
        return woman;
    }

    private void several(int women, Site site, String at, Map<String, ?> more) {
        for (int number = 0; number < women; number++) {
            released(site, at, more);
        }
    }

    private static Map<String, ?> ended(String how, String when) {
        return Map.of("ended_as", how, "ended_at", at(when));
    }

    private static String day(Measure retention, Scope scope, int day) {
        return told(retention, scope).stream()
                .filter(line -> line.startsWith(day + ":"))
                .findFirst()
                .orElse("nothing");
    }

    @Test
    void retentionLosesWhoIsLostOrLeavesAndNobodyElse() {
        several(6, NORTH, "2025-01-01T10:00:00Z", ended("yearCompleted", "2026-01-01T10:00:00Z"));
        released(NORTH, "2025-01-01T10:00:00Z", ended("lostContact", "2025-03-12T10:00:00Z"));
        released(NORTH, "2025-01-01T10:00:00Z", ended("declinedSupport", "2025-05-01T10:00:00Z"));
        released(NORTH, "2025-01-01T10:00:00Z", ended("returnedToCustody", "2025-03-01T10:00:00Z"));
        released(NORTH, "2025-01-01T10:00:00Z", ended("died", "2025-03-02T10:00:00Z"));
        Measure retention = measures.retention(released);

        assertThat(day(retention, everything(), 0)).isEqualTo("0: 1.0 1.0 1.0 0.66 10");
        assertThat(day(retention, everything(), 56)).isEqualTo("56: 1.0 1.0 1.0 0.66 10");
        assertThat(day(retention, everything(), 70))
                .as("one of the eight who were followed so long")
                .startsWith("70: 0.875 ");
        assertThat(day(retention, everything(), 365)).startsWith("365: 0.75 ").endsWith(" 0.66 6");
        assertThat(day(retention, at(SOUTH), 0)).isEqualTo("nothing");
        assertThat(retention.notes(everything())).anyMatch(note -> note.contains("66 %"));
    }

    @Test
    void daysOnWhichFewAreFollowedAreNotShown() {
        several(4, NORTH, "2025-12-01T10:00:00Z", Map.of());
        assertThat(told(measures.retention(released), everything())).isEmpty();
        several(1, NORTH, "2025-12-20T10:00:00Z", Map.of());
        assertThat(day(measures.retention(released), everything(), 21)).startsWith("21: 1.0");
        assertThat(day(measures.retention(released), everything(), 28)).isEqualTo("nothing");
    }

    @Test
    void thePeriodIsThatOfTheReleaseInDaysOfHerSite() {
        several(5, NORTH, "2025-07-31T23:30:00Z", Map.of());
        several(6, SOUTH, "2025-07-31T11:30:00Z", Map.of());
        several(7, SOUTH, "2025-07-31T12:30:00Z", Map.of());
        Measure endings = measures.endings(released);

        assertThat(told(endings, period("2025-08-01", "2025-08-31", null)))
                .as("half past midnight on 1 August in London; half past midnight on 1 August in Auckland")
                .contains("goesOn: 12");
        assertThat(told(endings, period("2025-07-01", "2025-07-31", null))).contains("goesOn: 6");
    }

    private static Scope period(String from, String to, String need) {
        return new Scope(
                List.of(NORTH, SOUTH),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(need),
                Optional.of(LocalDate.parse(from)),
                Optional.of(LocalDate.parse(to)),
                NOW,
                Set.of());
    }

    @Test
    void aCutByLynchPinNeedOpensItForTheAnswerOnly() {
        several(5, NORTH, "2025-07-01T10:00:00Z", Map.of());
        several(6, NORTH, "2025-07-01T10:00:00Z", Map.of());
        Map<String, Object> needs = new HashMap<>();
        for (int number = 1; number <= 5; number++) {
            needs.put("NOR-2026-000" + number, "mentalHealth");
        }
        Mockito.when(facts.values(Mockito.anyCollection(), Mockito.eq("lynchPinNeed")))
                .thenReturn(needs);

        assertThat(told(measures.endings(released), period("2025-07-01", "2025-07-31", "mentalHealth")))
                .contains("goesOn: 5");
        assertThat(told(measures.endings(released), period("2025-07-01", "2025-07-31", "abuse")))
                .contains("goesOn: 0");
    }

    @Test
    void oneHiddenPartIsNotFoundFromTheOthers() {
        several(20, NORTH, "2025-01-01T10:00:00Z", ended("yearCompleted", "2026-01-01T10:00:00Z"));
        several(8, NORTH, "2025-01-01T10:00:00Z", ended("lostContact", "2025-06-01T10:00:00Z"));
        several(2, NORTH, "2025-01-01T10:00:00Z", ended("died", "2025-06-01T10:00:00Z"));
        Measure endings = measures.endings(released);

        assertThat(told(endings, everything()))
                .contains("yearCompleted: 20", "lostContact: <5", "died: <5", "deported: 0");
        several(3, NORTH, "2025-01-01T10:00:00Z", ended("movedAway", "2025-06-01T10:00:00Z"));
        assertThat(told(endings, everything())).contains("lostContact: 8", "died: <5", "movedAway: <5");
    }

    @Test
    void aHiddenCaseCountsNowhere() {
        several(5, NORTH, "2025-01-01T10:00:00Z", Map.of());
        String restricted = released(NORTH, "2025-01-01T10:00:00Z", Map.of());
        assertThat(told(measures.endings(released), everything())).contains("goesOn: 6");
        assertThat(told(measures.endings(released), hiding(restricted))).contains("goesOn: 5");
    }

    @Test
    void firstContactIsCountedFromTheHourOfRelease() {
        several(5, NORTH, "2025-06-01T10:00:00Z", Map.of("first_contact_at", at("2025-06-02T10:00:00Z")));
        several(6, NORTH, "2025-06-01T10:00:00Z", Map.of("first_contact_at", at("2025-06-02T10:00:01Z")));
        several(7, NORTH, "2025-06-01T10:00:00Z", Map.of("first_contact_at", at("2025-06-09T10:00:00Z")));
        several(8, NORTH, "2025-06-01T10:00:00Z", Map.of());
        assertThat(told(measures.firstContact(released), everything()))
                .containsExactly("day1: 5", "days2to3: 6", "days4to7: 0", "later: 7", "none: 8");
    }

    @Test
    void theDayOfReleaseCountsThoseAboutWhomItWasNoted() {
        several(6, NORTH, "2025-06-01T10:00:00Z", Map.of("papers", true, "medicines", true, "met_at_gate", true));
        several(5, NORTH, "2025-06-01T10:00:00Z", Map.of("papers", false, "safe_place", true, "met_at_gate", false));
        several(3, NORTH, "2025-06-01T10:00:00Z", Map.of("appointment", true));
        assertThat(told(measures.dayOne(released), everything()))
                .containsExactly("papers: 6 11", "medicines: 6 6", "safePlace: 5 5", "appointment: <5 <5");
        assertThat(told(measures.metAtGate(released), everything()))
                .as("three, and the smallest beside them; a share would tell it")
                .containsExactly("yes: 6 null", "no: <5 null", "notSaid: <5 null");
    }

    @Test
    void theShareMetAtTheGateIsOfThoseAboutWhomItWasNoted() {
        several(15, NORTH, "2025-06-01T10:00:00Z", Map.of("met_at_gate", true));
        several(5, NORTH, "2025-06-01T10:00:00Z", Map.of("met_at_gate", false));
        several(7, NORTH, "2025-06-01T10:00:00Z", Map.of());
        assertThat(told(measures.metAtGate(released), everything()))
                .containsExactly("yes: 15 0.75", "no: 5 0.25", "notSaid: 7 null");
        assertThat(told(measures.metAtGate(released), at(SOUTH)))
                .containsExactly("yes: 0 null", "no: 0 null", "notSaid: 0 null");
    }

    @Test
    void returnsAreCountedByTheMonthAtHerSite() {
        several(5, SOUTH, "2025-06-01T10:00:00Z", ended("returnedToCustody", "2025-07-31T12:30:00Z"));
        several(6, NORTH, "2025-06-01T10:00:00Z", ended("returnedToCustody", "2025-07-31T12:30:00Z"));
        several(6, NORTH, "2025-06-01T10:00:00Z", ended("lostContact", "2025-07-31T12:30:00Z"));
        assertThat(told(measures.returns(released), everything())).containsExactly("2025-07: 6", "2025-08: 5");
    }

    @Test
    void contactsAreCountedInTheMonthInWhichTheyFellDue() {
        for (int number = 0; number < 5; number++) {
            String woman = released(NORTH, "2025-06-01T10:00:00Z", Map.of());
            contact(woman, "2025-07-31T22:30:00Z", "kept");
            contact(woman, "2025-07-31T23:30:00Z", "missed");
            contact(woman, "2025-08-20T10:00:00Z", "cancelled");
            contact(woman, "2026-02-01T10:00:00Z", "due");
        }
        contact(released(NORTH, "2025-06-01T10:00:00Z", Map.of()), "2025-09-01T10:00:00Z", "kept");
        assertThat(told(measures.contacts(estate.sql, released), everything()))
                .containsExactly("2025-07: 5 5", "2025-08: 5 0", "2025-09: <5 null");
    }

    @Test
    void howManyContactsWereKeptIsHiddenWhereFewKeptOrFewMissedOne() {
        for (int number = 0; number < 9; number++) {
            String woman = released(NORTH, "2025-06-01T10:00:00Z", Map.of());
            contact(woman, "2025-07-10T10:00:00Z", number < 5 ? "kept" : "missed");
            contact(woman, "2025-08-10T10:00:00Z", number < 4 ? "kept" : "missed");
            contact(woman, "2025-09-10T10:00:00Z", "kept");
        }
        assertThat(told(measures.contacts(estate.sql, released), everything()))
                .containsExactly("2025-07: 9 <5", "2025-08: 9 <5", "2025-09: 9 9");
    }

    @Test
    void inAFileForPeopleItSaysHidden() {
        several(4, NORTH, "2025-06-01T10:00:00Z", Map.of("papers", true));
        Measure dayOne = measures.dayOne(released);
        Definition definition = dayOne.definition();
        Answer answer = new Answer(
                definition.id(),
                definition.group(),
                definition.title(),
                definition.words(),
                definition.sql(),
                definition.source(),
                NOW,
                List.of(new Answer.Heading("what", "What")),
                definition.values(),
                false,
                List.of(),
                dayOne.rows(everything()).stream()
                        .map(row -> new Answer.Line(
                                Map.of(
                                        "what",
                                        new Answer.Code(
                                                row.of().get("what"), row.of().get("what"))),
                                row.values()))
                        .toList());
        assertThat(new String(MeasureFiles.of(answer), StandardCharsets.UTF_8))
                .contains("papers,papers,hidden,hidden\r\n", "medicines,medicines,0,0\r\n")
                .doesNotContain("<5");
    }

    private void contact(String woman, String due, String outcome) {
        estate.row(
                "contact",
                Map.of(
                        "case_number",
                        woman,
                        "kind",
                        "followUp",
                        "channel",
                        "phone",
                        "due_at",
                        at(due),
                        "outcome",
                        outcome,
                        "noted_by",
                        "x"));
    }

    @Test
    void aProviderIsSeenByWhatItAnsweredAndHowFast() {
        for (int number = 0; number < 10; number++) {
            referred("harbourHouse", number < 5 ? "accepted" : "none", number < 5 ? number + 1 : 0, number < 5);
        }
        referred("quietPlace", "accepted", 1, true);
        assertThat(told(referrals(), everything()))
                .containsExactly("harbourHouse: 10 5 5 5 3.0 10.0", "others: <5 null null null null null");
        assertThat(told(referrals(), at(SOUTH))).isEmpty();
    }

    @Test
    void providersThatFewWereReferredToAreCountedTogether() {
        for (int number = 0; number < 4; number++) {
            referred("quietPlace", "accepted", 2, true);
            referred("openDoor", "accepted", 4, true);
        }
        assertThat(told(referrals(), everything())).containsExactly("others: 8 8 8 8 3.0 10.0");
    }

    @Test
    void referralsAreCutByLynchPinNeedToo() {
        Map<String, Object> needs = new HashMap<>();
        for (int number = 0; number < 12; number++) {
            String woman = referred("harbourHouse", "accepted", 1, true);
            needs.put(woman, number < 7 ? "accommodation" : "family");
        }
        Mockito.when(facts.values(Mockito.anyCollection(), Mockito.eq("lynchPinNeed")))
                .thenReturn(needs);
        assertThat(told(referrals(), period("2025-06-01", "2025-06-30", "accommodation")))
                .containsExactly("harbourHouse: 7 7 7 7 1.0 10.0");
        assertThat(told(referrals(), period("2025-06-01", "2025-06-30", "abuse")))
                .isEmpty();
    }

    private Measure referrals() {
        return measures.referralsByProvider(estate.sql, lynchPin);
    }

    private String referred(String provider, String answer, int daysToAnswer, boolean kept) {
        String woman = estate.woman(NORTH, "caseManagement", Map.of("track", "full"));
        long referral = estate.referral(woman, "sent", provider);
        Map<String, Object> attempt = new HashMap<>(Map.of(
                "referral_id", referral,
                "case_number", woman,
                "provider_id", provider,
                "provider_name", "x",
                "sent_at", at("2025-06-01T10:00:00Z"),
                "answer", answer));
        if (daysToAnswer > 0) {
            attempt.put("answered_at", at("2025-06-01T10:00:00Z").plusDays(daysToAnswer));
        }
        estate.row("referral_attempt", attempt);
        if (kept) {
            estate.row(
                    "referral_kept",
                    Map.of(
                            "referral_id", referral,
                            "case_number", woman,
                            "kept_at", at("2025-06-11T10:00:00Z")));
        }
        return woman;
    }
}
