package org.throughcare.monitoring.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.ProcessTest;
import org.throughcare.casefile.Contacts;
import org.throughcare.casefile.Facts;
import org.throughcare.referrals.NewReferral;
import org.throughcare.referrals.Referrals;

/** What measures count follows what staff write, at once, and knows a new time in custody from the one before. */
class ProjectionsTest extends ProcessTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Contacts contacts;

    @Autowired
    Referrals referrals;

    private Map<String, Object> readiness(String woman) {
        return jdbc.sql("select * from release_readiness where case_number = ?")
                .param(woman)
                .query()
                .singleRow();
    }

    private List<Map<String, Object>> outcomes(String woman) {
        return jdbc.sql("select * from release_outcome where case_number = ? order by id")
                .param(woman)
                .query()
                .listOfRows();
    }

    private void know(String woman, String scope, Map<String, Object> values) {
        facts.put(woman, scope, values, "test");
    }

    @Test
    void readinessFollowsTheAnswersAndTheHandover() {
        String woman = aWoman().admitted();
        know(woman, Facts.CASE, Map.of("herDecision", "changes", "statusIdentityPapers", "inProgress"));
        assertThat(readiness(woman))
                .containsEntry("PLAN", false)
                .containsEntry("PAPERS", false)
                .containsEntry("HOUSING", null)
                .containsEntry("HANDOVER", null);

        know(woman, Facts.CASE, Map.of("herDecision", "agreedKept", "statusIdentityPapers", "met"));
        know(woman, Facts.CASE, Map.of("safeAddress", "yes", "housingKind", "supported"));
        know(woman, Facts.CASE, Map.of("firstMeetingDate", "2026-05-01"));
        journal.write(woman, "handoverAccepted", "x", Map.of());
        assertThat(readiness(woman))
                .containsEntry("PLAN", true)
                .containsEntry("PAPERS", true)
                .containsEntry("HOUSING", true)
                .containsEntry("FIRST_MEETING", true)
                .containsEntry("HANDOVER", true);

        know(woman, Facts.CASE, Map.of("safeAddress", "no"));
        journal.write(woman, "handoverStopped", "x", Map.of());
        assertThat(readiness(woman)).containsEntry("HOUSING", false).containsEntry("HANDOVER", false);
    }

    @Test
    void aPlaceThatIsNotFoundIsNoPlace() {
        String woman = aWoman().knownTo("safeAddress", "notAsked").admitted();
        assertThat(readiness(woman)).containsEntry("HOUSING", false);
        know(woman, Facts.CASE, Map.of("safeAddress", "yes", "housingKind", "notFound"));
        assertThat(readiness(woman)).containsEntry("HOUSING", false);
    }

    @Test
    void aNewTimeInCustodyBeginsUnready() {
        String woman = aWoman().knownTo("safeAddress", "yes").admitted();
        cases.recordRelease(woman, START);
        cases.returnToCustody(woman, "north", "sentenced", LocalDate.of(2026, 1, 12), Optional.empty());
        assertThat(jdbc.sql("select count(*) from release_readiness where case_number = ?")
                        .param(woman)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aReleaseIsKeptWithItsDayItsFirstContactAndItsEnd() {
        String woman = aWoman().at("south").admitted();
        know(woman, "releaseDay:2026-01-12", Map.of("gatePack", List.of("identityPapers"), "medicinesGiven", "fewer"));
        cases.recordRelease(woman, START);
        know(woman, "releaseDay:2026-01-12", Map.of("metAtGate", "yes", "safePlaceTonight", "no"));
        know(woman, "releaseDay:2026-01-12", Map.of("placeFound", "yes"));
        contacts.madeAt(woman, "dayOne", "phone", "missed", null, START.plus(Duration.ofHours(2)));
        contacts.madeAt(woman, "dayOne", "phone", "kept", null, START.plus(Duration.ofHours(5)));
        contacts.madeAt(woman, "noted", "phone", "kept", null, START.plus(Duration.ofHours(9)));
        clock.freezeAt(START.plus(Duration.ofDays(30)));
        cases.close(woman, "lostContact");

        assertThat(outcomes(woman)).singleElement().satisfies(row -> {
            assertThat(row)
                    .containsEntry("SITE", "south")
                    .containsEntry("TRACK", "full")
                    .containsEntry("MET_AT_GATE", true)
                    .containsEntry("PAPERS", true)
                    .containsEntry("MEDICINES", false)
                    .containsEntry("SAFE_PLACE", true)
                    .containsEntry("APPOINTMENT", false)
                    .containsEntry("ENDED_AS", "lostContact");
            assertThat(row.get("RELEASED_AT")).hasToString("2026-01-12T09:00Z");
            assertThat(row.get("FIRST_CONTACT_AT")).hasToString("2026-01-12T14:00Z");
            assertThat(row.get("ENDED_AT")).hasToString("2026-02-11T09:00Z");
        });
    }

    @Test
    void aReturnEndsOneReleaseAndTheNextIsAnother() {
        String woman = aWoman().admitted();
        cases.recordRelease(woman, START);
        cases.returnToCustody(woman, "south", "sentenced", LocalDate.of(2026, 1, 12), Optional.empty());
        cases.recordRelease(woman, START.plus(Duration.ofDays(90)));
        assertThat(outcomes(woman))
                .extracting(row -> row.get("SITE") + " " + row.get("ENDED_AS"))
                .containsExactly("north returnedToCustody", "south null");
    }

    @Test
    void whoDiesInCustodyWasNotReleased() {
        String woman = aWoman().admitted();
        know(woman, "releaseDay:2026-01-12", Map.of("medicinesGiven", "given"));
        cases.close(woman, "died");
        assertThat(outcomes(woman)).isEmpty();
    }

    @Test
    void theFirstKeptAppointmentOfAReferralIsTheOneThatCounts() {
        String woman = aWoman().admitted();
        long referral = referrals
                .open(new NewReferral(
                        woman, "gp", "preRelease", "now", "caseManager", "soon", "She asked for a doctor."))
                .orElseThrow();
        referrals.attended(referral, "missed");
        referrals.attended(referral, "kept");
        clock.freezeAt(START.plus(Duration.ofDays(7)));
        referrals.attended(referral, "kept");
        assertThat(jdbc.sql("select kept_at from referral_kept where referral_id = ?")
                        .param(referral)
                        .query(OffsetDateTime.class)
                        .list())
                .hasToString("[2026-01-12T09:00Z]");
    }
}
