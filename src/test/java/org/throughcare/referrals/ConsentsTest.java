package org.throughcare.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.ProcessTest;
import org.throughcare.access.InformationKind;
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
        consents.give(caseNumber, "gp", ConsentKind.HEALTH, Optional.of(LocalDate.of(2026, 1, 14)), "inWriting");
        assertThat(inForce(caseNumber, "gp", ConsentKind.HEALTH)).isTrue();
        assertThat(inForce(caseNumber, "gp", ConsentKind.FAMILY)).isFalse();
        assertThat(inForce(caseNumber, "probation", ConsentKind.HEALTH)).isFalse();
        advance(Duration.ofDays(2));
        assertThat(inForce(caseNumber, "gp", ConsentKind.HEALTH)).isTrue();
        advance(Duration.ofDays(1));
        assertThat(inForce(caseNumber, "gp", ConsentKind.HEALTH)).isFalse();
    }

    @Test
    void aYesNeverOpensMoreOfTheRecordThanWasAsked() {
        assertThat(ConsentKind.opened(Set.of(ConsentKind.IDENTITY)))
                .containsExactlyInAnyOrder(InformationKind.IDENTITY, InformationKind.CONTACT);
        assertThat(ConsentKind.opened(Set.of(ConsentKind.DRUGS_ALCOHOL))).isEmpty();
        assertThat(ConsentKind.opened(Set.of(ConsentKind.DRUGS_ALCOHOL, ConsentKind.HEALTH)))
                .containsExactly(InformationKind.HEALTH);
        assertThat(ConsentKind.opened(Set.of(ConsentKind.values()))).doesNotContain(InformationKind.OFFENCE);
    }

    @Test
    void theNewestAnswerCountsAndTheEarlierOnesStayAsProof() {
        String caseNumber = aWoman().admitted();
        give(caseNumber, "gp", ConsentKind.HEALTH);
        consents.refuse(caseNumber, "gp", ConsentKind.HEALTH, "spoken");
        assertThat(inForce(caseNumber, "gp", ConsentKind.HEALTH)).isFalse();
        give(caseNumber, "gp", ConsentKind.HEALTH);
        assertThat(inForce(caseNumber, "gp", ConsentKind.HEALTH)).isTrue();
        assertThat(consents.of(caseNumber)).extracting(Consent::answer).containsExactly("given", "refused", "given");
    }

    @Test
    void aWithdrawalWithoutAKindMeansEverythingThatTheRecipientMayKnow() {
        String caseNumber = aWoman().admitted();
        give(caseNumber, "gp", ConsentKind.HEALTH);
        give(caseNumber, "gp", ConsentKind.IDENTITY);
        give(caseNumber, "probation", ConsentKind.IDENTITY);
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
        give(caseNumber, "gp", ConsentKind.HEALTH);
        messages.send("ConsentChanged", caseNumber, Map.of("consentRecipient", "gp", "consentAnswer", "withdrawn"));
        assertThat(inForce(caseNumber, "gp", ConsentKind.HEALTH)).isFalse();
        messages.send(
                "ConsentChanged",
                caseNumber,
                Map.of("consentRecipient", "gp", "consentAnswer", "given", "consentKind", "health"));
        assertThat(inForce(caseNumber, "gp", ConsentKind.HEALTH)).isTrue();
        messages.send("ConsentChanged", caseNumber, Map.of("consentAnswer", "given"));
        assertThat(journalOf(caseNumber, "consentChangeUnclear")).hasSize(1);
    }

    private void give(String caseNumber, String recipient, ConsentKind kind) {
        consents.give(caseNumber, recipient, kind, Optional.empty(), "inWriting");
    }

    private boolean inForce(String caseNumber, String recipient, ConsentKind kind) {
        return consents.inForce(caseNumber, recipient, kind, clock.instant());
    }
}
