package org.throughcare.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.ProcessTest;
import org.throughcare.journey.Journeys;

/** The register of consents. */
class ConsentsTest extends ProcessTest {

    @Autowired
    Consents consents;

    @Autowired
    ConsentChanges changes;

    @Autowired
    Journeys journeys;

    @Test
    void consentCountsForOneRecipientAndOneKindUntilItsLastDay() {
        String caseNumber = aWoman().admitted();
        consents.give(caseNumber, "gp", InformationKind.HEALTH, Optional.of(LocalDate.of(2026, 1, 14)), "inWriting");
        assertThat(inForce(caseNumber, "gp", InformationKind.HEALTH)).isTrue();
        assertThat(inForce(caseNumber, "gp", InformationKind.FAMILY)).isFalse();
        assertThat(inForce(caseNumber, "probation", InformationKind.HEALTH)).isFalse();
        advance(Duration.ofDays(2));
        assertThat(inForce(caseNumber, "gp", InformationKind.HEALTH)).isTrue();
        advance(Duration.ofDays(1));
        assertThat(inForce(caseNumber, "gp", InformationKind.HEALTH)).isFalse();
    }

    @Test
    void theNewestAnswerCountsAndTheEarlierOnesStayAsProof() {
        String caseNumber = aWoman().admitted();
        give(caseNumber, "gp", InformationKind.HEALTH);
        consents.refuse(caseNumber, "gp", InformationKind.HEALTH, "spoken");
        assertThat(inForce(caseNumber, "gp", InformationKind.HEALTH)).isFalse();
        give(caseNumber, "gp", InformationKind.HEALTH);
        assertThat(inForce(caseNumber, "gp", InformationKind.HEALTH)).isTrue();
        assertThat(consents.of(caseNumber)).extracting(Consent::answer).containsExactly("given", "refused", "given");
    }

    @Test
    void aWithdrawalWithoutAKindMeansEverythingThatTheRecipientMayKnow() {
        String caseNumber = aWoman().admitted();
        give(caseNumber, "gp", InformationKind.HEALTH);
        give(caseNumber, "gp", InformationKind.IDENTITY);
        give(caseNumber, "probation", InformationKind.IDENTITY);
        changes.apply(caseNumber, "gp", List.of(), "withdrawn", Optional.empty(), null);
        assertThat(consents.inForceNow(caseNumber))
                .extracting(Consent::recipient)
                .containsExactly("probation");
        assertThat(journalOf(caseNumber, "consentWithdrawn")).hasSize(2);
    }

    @Test
    void anAnswerThatIsNoneOfTheThreeIsRefused() {
        String caseNumber = aWoman().admitted();
        assertThatThrownBy(() -> changes.apply(caseNumber, "gp", List.of(), "perhaps", Optional.empty(), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("perhaps");
    }

    @Test
    void theMessageAboutAChangedConsentIsApplied() {
        String caseNumber = journeys.register(Map.of(
                "prisonNumber", "C7001CT",
                "womanName", "Consents Test",
                "dateOfBirth", "1991-03-04",
                "site", "north",
                "admissionDate", "2026-01-12",
                "legalStatus", "remand",
                "homeDistrict", "Northtown",
                "language", "English"));
        give(caseNumber, "gp", InformationKind.HEALTH);
        messages.send("ConsentChanged", caseNumber, Map.of("consentRecipient", "gp", "consentAnswer", "withdrawn"));
        assertThat(inForce(caseNumber, "gp", InformationKind.HEALTH)).isFalse();
        messages.send(
                "ConsentChanged",
                caseNumber,
                Map.of("consentRecipient", "gp", "consentAnswer", "given", "consentKind", "health"));
        assertThat(inForce(caseNumber, "gp", InformationKind.HEALTH)).isTrue();
        messages.send("ConsentChanged", caseNumber, Map.of("consentAnswer", "given"));
        assertThat(journalOf(caseNumber, "consentChangeUnclear")).hasSize(1);
    }

    private void give(String caseNumber, String recipient, InformationKind kind) {
        consents.give(caseNumber, recipient, kind, Optional.empty(), "inWriting");
    }

    private boolean inForce(String caseNumber, String recipient, InformationKind kind) {
        return consents.inForce(caseNumber, recipient, kind, clock.instant());
    }
}
