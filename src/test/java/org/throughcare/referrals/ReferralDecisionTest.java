package org.throughcare.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.ProcessTest;
import org.throughcare.casefile.Facts;
import org.throughcare.decisions.Decisions;

/** What becomes of the rows of the table {@code referrals} in each phase. */
class ReferralDecisionTest extends ProcessTest {

    @Autowired
    Decisions decisions;

    @Autowired
    ReferralDecision consumer;

    @Autowired
    Referrals referrals;

    @Test
    void whatIsDueLaterIsPlannedAndOpenedInItsPhase() {
        String caseNumber = aWoman().knownTo("needAccommodation", "high").admitted();
        decide(caseNumber, "custody");
        assertThat(referrals.plannedFor(caseNumber, "housing")).isPresent();
        assertThat(referrals.openFor(caseNumber, "housing")).isEmpty();
        decide(caseNumber, "custody");
        assertThat(referrals.of(caseNumber)).hasSize(1);

        decide(caseNumber, "preRelease");
        assertThat(referrals.plannedFor(caseNumber, "housing")).isEmpty();
        assertThat(referrals.openFor(caseNumber, "housing").orElseThrow().urgency())
                .isEqualTo("urgent");
        assertThat(referrals.of(caseNumber)).hasSize(1);
    }

    @Test
    void aPlanThatIsNotNeededAnyMoreIsDropped() {
        String caseNumber = aWoman().knownTo("needAccommodation", "high").admitted();
        decide(caseNumber, "custody");
        facts.put(caseNumber, Facts.CASE, Map.of("needAccommodation", "none"), "test");
        decide(caseNumber, "preRelease");
        assertThat(referrals.of(caseNumber)).extracting(Referral::status).containsExactly(Referrals.PLAN_DROPPED);
    }

    @Test
    void aServiceIsNeverAskedForTwiceAtOnce() {
        String caseNumber = aWoman().knownTo("needAccommodation", "high").admitted();
        decide(caseNumber, "preRelease");
        decide(caseNumber, "release");
        assertThat(referrals.open(caseNumber)).hasSize(1);
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_ConfirmProvider");
    }

    @Test
    void whatGoesOnInsideIsArrangedAgainForOutsideAndNotTwiceThere() {
        String caseNumber = aWoman().knownTo("needDrugsAlcohol", "high").admitted();
        decide(caseNumber, "custody");
        end(caseNumber, Referrals.GOES_ON);
        decide(caseNumber, "custody");
        assertThat(referrals.openFor(caseNumber, "drugTreatment")).isEmpty();
        assertThat(journalOf(caseNumber, "referralNotRepeated")).isNotEmpty();
        decide(caseNumber, "release");
        assertThat(referrals.openFor(caseNumber, "drugTreatment")).isPresent();
        end(caseNumber, Referrals.GOES_ON);
        decide(caseNumber, "followUp");
        assertThat(referrals.openFor(caseNumber, "drugTreatment")).isEmpty();
    }

    @Test
    void herNoStandsForAWhile() {
        String caseNumber = aWoman().knownTo("needDrugsAlcohol", "high").admitted();
        decide(caseNumber, "release");
        end(caseNumber, Referrals.NOT_SENT);
        decide(caseNumber, "followUp");
        assertThat(referrals.openFor(caseNumber, "drugTreatment")).isEmpty();
        advance(Duration.ofDays(91));
        decide(caseNumber, "followUp");
        assertThat(referrals.openFor(caseNumber, "drugTreatment")).isPresent();
    }

    @Test
    void whatWasDoneIsNotAskedForAgainAtOnce() {
        String caseNumber = aWoman().knownTo("needDrugsAlcohol", "medium").admitted();
        decide(caseNumber, "release");
        end(caseNumber, Referrals.DONE);
        decide(caseNumber, "followUp");
        assertThat(referrals.openFor(caseNumber, "drugTreatment")).isEmpty();
        assertThat(journalOf(caseNumber, "referralNotRepeated")).isNotEmpty();
        advance(Duration.ofDays(91));
        decide(caseNumber, "followUp");
        assertThat(referrals.openFor(caseNumber, "drugTreatment")).isPresent();
    }

    @Test
    void whatWasDoneIsAskedForAgainWhenItIsMoreUrgentNow() {
        String caseNumber = aWoman().knownTo("needDrugsAlcohol", "medium").admitted();
        decide(caseNumber, "followUp");
        end(caseNumber, Referrals.DONE);
        facts.put(caseNumber, Facts.CASE, Map.of("needDrugsAlcohol", "high"), "test");
        decide(caseNumber, "followUp");
        assertThat(referrals.openFor(caseNumber, "drugTreatment").orElseThrow().urgency())
                .isEqualTo("urgent");
    }

    private void decide(String caseNumber, String phase) {
        consumer.apply(
                caseNumber, decisions.decide("referrals", caseNumber, Map.of("phase", phase)), (name, code) -> {});
    }

    private void end(String caseNumber, String status) {
        Referral referral = referrals.openFor(caseNumber, "drugTreatment").orElseThrow();
        referrals.close(referral.id(), status);
    }
}
