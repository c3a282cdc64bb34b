package org.throughcare.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.ProcessTest;

/** Whom a woman may be referred to. Her home is Northtown. */
class TrustedProvidersTest extends ProcessTest {

    @Autowired
    TrustedProviders providers;

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
