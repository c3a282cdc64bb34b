package org.throughcare.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.ProcessTest;

/** Whom a woman may be referred to. Her home is Northtown. */
class TrustedProvidersTest extends ProcessTest {

    @Autowired
    TrustedProviders providers;

    @Autowired
    Referrals referrals;

    private final List<Long> filled = new ArrayList<>();

    @Test
    void herDistrictComesBeforeTheWholeEstate() {
        String caseNumber = aWoman().admitted();
        assertThat(providers.forService(caseNumber, "housing"))
                .extracting(Provider::id)
                .containsExactly("northtownHousing", "openDoorHousing");
    }

    @Test
    void aLapsedAgreementIsNeverOffered() {
        String caseNumber = aWoman().admitted();
        advance(Duration.ofDays(2 * 365));
        assertThat(providers.forService(caseNumber, "housing"))
                .extracting(Provider::id)
                .containsExactly("northtownHousing");
    }

    @Test
    void whereSheHasMetViolenceServicesForWomenComeFirst() {
        String peace = aWoman().admitted();
        assertThat(providers.forService(peace, "drugTreatment"))
                .extracting(Provider::id)
                .containsExactly("bridgeRecovery", "freshGround");
        String violence = aWoman().knownTo("familyThreat", "known").admitted();
        assertThat(providers.forService(violence, "drugTreatment"))
                .extracting(Provider::id)
                .containsExactly("freshGround", "bridgeRecovery");
        assertThat(providers
                        .next(violence, "drugTreatment", List.of())
                        .orElseThrow()
                        .reason())
                .contains("for women only");
    }

    @Test
    void aProviderThatIsFullIsProposedLastAndTheReasonSaysSo() {
        fill(Map.of("bridgeRecovery", OptionalInt.empty(), "freshGround", OptionalInt.of(40)));
        String caseNumber = aWoman().knownTo("familyThreat", "known").admitted();

        Proposal proposal =
                providers.next(caseNumber, "drugTreatment", List.of()).orElseThrow();

        assertThat(proposal.provider().id()).isEqualTo("bridgeRecovery");
        assertThat(proposal.reason()).contains("Fresh Ground", "full: 40 of 40");
        assertThat(providers.forService(caseNumber, "drugTreatment"))
                .as("staff may choose it all the same")
                .extracting(Provider::id)
                .contains("freshGround");
    }

    @Test
    void whereEverybodyIsFullTheBestIsProposedWithTheWarning() {
        fill(Map.of("harbourHouse", OptionalInt.of(12)));
        String caseNumber = aWoman().admitted();

        Proposal proposal =
                providers.next(caseNumber, "womensRefuge", List.of()).orElseThrow();

        assertThat(proposal.provider().id()).isEqualTo("harbourHouse");
        assertThat(proposal.reason()).contains("full: 12 of 12, and nobody else has room");
    }

    /** Opens as many referrals with each provider as it takes at a time. */
    private void fill(Map<String, OptionalInt> capacities) {
        capacities.forEach((id, capacity) -> {
            for (int taken = 0; taken < capacity.orElse(0); taken++) {
                long referral = referrals
                        .open(new NewReferral(
                                aWoman().admitted(), "naloxone", "custody", "now", "caseManager", "soon", "-"))
                        .orElseThrow();
                filled.add(referral);
                referrals.choose(referral, new Provider(id, id, "-", LocalDate.MAX, true, capacity));
            }
        });
    }

    @AfterEach
    void giveTheRoomBack() {
        filled.forEach(referral -> referrals.close(referral, Referrals.DONE));
    }

    @Test
    void whoWasAskedIsNotProposedAgainAndTheDecisionIsKept() {
        String caseNumber = aWoman().admitted();
        Proposal next = providers
                .next(caseNumber, "housing", List.of("northtownHousing"))
                .orElseThrow();
        assertThat(next.provider().id()).isEqualTo("openDoorHousing");
        assertThat(next.reason()).startsWith("Next best match");
        assertThat(providers.next(caseNumber, "housing", List.of("northtownHousing", "openDoorHousing")))
                .isEmpty();
        assertThat(journal.of(caseNumber)).isNotEmpty();
    }
}
