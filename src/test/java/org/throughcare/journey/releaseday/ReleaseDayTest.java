package org.throughcare.journey.releaseday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.AWoman;
import org.throughcare.ProcessTest;
import org.throughcare.casefile.Contacts;
import org.throughcare.casefile.Flag;
import org.throughcare.casefile.UrgentFlags;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.journey.Journeys;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;

/** The day of release: planned, without notice from court, put off, or not finished in time. */
class ReleaseDayTest extends ProcessTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 12);

    @Autowired
    Contacts contacts;

    @Autowired
    UrgentFlags flags;

    @Autowired
    Referrals referrals;

    @Autowired
    Journeys journeys;

    @Test
    void sheLeavesWithEverythingAndFollowUpBegins() {
        String caseNumber = leavingToday()
                .knownTo("gateMeetingNeeded", "yes")
                .knownTo("overdoseRisk", "yes")
                .admitted();
        ProcessInstance day = start("releaseDay", caseNumber);
        assertThat(openTasks(caseNumber))
                .containsExactly(
                        "UserTask_ConfirmSafePlace",
                        "UserTask_ConfirmSheLeft",
                        "UserTask_GiveMedicines",
                        "UserTask_GiveNaloxone",
                        "UserTask_HandOverGatePack",
                        "UserTask_MeetAtGate");
        assertThat(groupsOf(task(caseNumber, "UserTask_GiveMedicines"))).containsExactly("healthcare.north");
        medicines(caseNumber);
        submit(caseNumber, "UserTask_GiveNaloxone", Map.of("naloxoneGiven", "given", "overdoseMessage", "understood"));
        gatePack(caseNumber);
        submit(caseNumber, "UserTask_MeetAtGate", Map.of("metAtGate", "yes", "metBy", "Tui"));
        safePlace(caseNumber);
        submit(caseNumber, "UserTask_ConfirmSheLeft", Map.of("hasLeft", "yes", "leftWhen", "today"));
        assertThat(cases.get(caseNumber).releasedAt()).isEqualTo(START);
        assertThat(runtimeService.getVariable(day.getId(), "left")).isEqualTo(true);
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_MakeFirstContact");
        firstContact(caseNumber, "yes");

        assertEnded(day, "EndEvent_FollowUpBegins");
        assertThat(cases.get(caseNumber).isInCustody()).isFalse();
        assertThat(contacts.of(caseNumber)).hasSize(1);
        assertThat(contacts.of(caseNumber).get(0).kind()).isEqualTo("dayOne");
        assertThat(flags.open(caseNumber)).isEmpty();
    }

    @Test
    void whatSheDoesNotNeedIsNotAsked() {
        String caseNumber = leavingToday()
                .knownTo("gateMeetingNeeded", "declined")
                .knownTo("overdoseRisk", "no")
                .knownTo("needDrugsAlcohol", "none")
                .admitted();
        start("releaseDay", caseNumber);
        assertThat(openTasks(caseNumber)).doesNotContain("UserTask_MeetAtGate", "UserTask_GiveNaloxone");
    }

    @Test
    void aRiskOfOverdoseThatNobodyAskedAboutCountsAsOne() {
        String caseNumber = leavingToday().knownTo("overdoseRisk", "notAsked").admitted();
        start("releaseDay", caseNumber);
        assertThat(openTasks(caseNumber)).contains("UserTask_GiveNaloxone");
    }

    @Test
    void theReportOfThePrisonSystemConfirmsThatSheLeft() {
        String caseNumber = leavingToday().admitted();
        start("releaseDay", caseNumber);
        Instant at = Instant.parse("2026-01-12T08:40:00Z");
        messages.send("WomanReleased", caseNumber, Map.of("releasedAt", Date.from(at)));
        assertThat(cases.get(caseNumber).releasedAt()).isEqualTo(at);
        assertThat(openTasks(caseNumber))
                .contains("UserTask_MakeFirstContact")
                .doesNotContain("UserTask_ConfirmSheLeft");
        assertThat(messages.isAwaited("ReleaseDateChanged", caseNumber)).isFalse();
    }

    @Test
    void releasedFromCourtEverythingTurnsToReachingHerToday() {
        String caseNumber =
                aWoman().onRemand().knownTo("needDrugsAlcohol", "high").admitted();
        ProcessInstance day = start("releaseDay", caseNumber, Map.of("sameDay", true));
        assertThat(cases.get(caseNumber).releasedAt()).isEqualTo(START);
        assertThat(openTasks(caseNumber))
                .contains("UserTask_TakeOverSameDayRelease", "UserTask_GiveMedicines", "UserTask_GiveNaloxone")
                .doesNotContain("UserTask_ConfirmSheLeft", "UserTask_MeetAtGate");
        assertThat(referrals.open(caseNumber)).extracting(Referral::service).contains("drugTreatment");
        assertThat(messages.isAwaited("WomanReleased", caseNumber)).isFalse();
        submit(caseNumber, "UserTask_TakeOverSameDayRelease", Map.of("communityContactName", "Tui"));
        firstContact(caseNumber, "yes");
        medicines(caseNumber);
        submit(
                caseNumber,
                "UserTask_GiveNaloxone",
                Map.of("naloxoneGiven", "brought", "overdoseMessage", "understood"));
        gatePack(caseNumber);
        safePlace(caseNumber);
        assertEnded(day, "EndEvent_FollowUpBegins");
        assertThat(cases.get(caseNumber).isInCustody()).isFalse();
        assertThat(journalOf(caseNumber, "released")).hasSize(1);
    }

    @Test
    void noSafePlaceIsAnUrgentConcernAndAPlaceIsFoundToday() {
        String caseNumber = leavingToday().admitted();
        start("releaseDay", caseNumber);
        submit(caseNumber, "UserTask_ConfirmSafePlace", Map.of("safePlaceTonight", "no"));
        assertThat(flags.open(caseNumber)).extracting(Flag::flag).containsExactly("noSafeAddress");
        assertThat(groupsOf(task(caseNumber, "UserTask_FindPlaceTonight"))).containsExactly("releaseCoordinator.north");
        submit(caseNumber, "UserTask_FindPlaceTonight", Map.of("placeFound", "yes", "placeFoundKind", "refuge"));
        assertThat(openTasks(caseNumber)).doesNotContain("UserTask_FindPlaceTonight");
    }

    @Test
    void unsafeAtFirstContactIsAnUrgentConcern() {
        String caseNumber = leavingToday().admitted();
        start("releaseDay", caseNumber);
        submit(caseNumber, "UserTask_ConfirmSheLeft", Map.of("hasLeft", "yes", "leftWhen", "today"));
        firstContact(caseNumber, "no");
        assertThat(flags.open(caseNumber)).extracting(Flag::role).containsExactly("communityWorker");
    }

    @Test
    void aDayWithoutContactGoesToTheSupervisor() {
        String caseNumber = leavingToday().admitted();
        start("releaseDay", caseNumber);
        submit(caseNumber, "UserTask_ConfirmSheLeft", Map.of("hasLeft", "yes", "leftWhen", "today"));
        advance(Duration.ofDays(1));
        assertThat(openTasks(caseNumber)).contains("UserTask_ChaseFirstContact", "UserTask_MakeFirstContact");
        submit(caseNumber, "UserTask_ChaseFirstContact", Map.of("searchedBy", "Tui"));
        assertThat(openTasks(caseNumber)).doesNotContain("UserTask_ChaseFirstContact");
    }

    @Test
    void whatIsOpenAtTheEndOfTheNextDayIsHandedOnAndFollowUpBegins() {
        String caseNumber = leavingToday().knownTo("overdoseRisk", "yes").admitted();
        ProcessInstance day = start("releaseDay", caseNumber);
        submit(caseNumber, "UserTask_ConfirmSheLeft", Map.of("hasLeft", "yes", "leftWhen", "today"));
        gatePack(caseNumber);
        submit(caseNumber, "UserTask_ConfirmSafePlace", Map.of("safePlaceTonight", "no"));
        advanceTo(Instant.parse("2026-01-13T23:59:00Z"));
        assertThat(isRunning(day)).isTrue();
        advanceTo(Instant.parse("2026-01-14T00:00:00Z"));

        assertEnded(day, "EndEvent_OutstandingHandedOn");
        assertThat(cases.get(caseNumber).isInCustody()).isFalse();
        assertThat(journalOf(caseNumber, "releaseDayOutstanding").get(0).summary())
                .contains("first contact", "medicines", "naloxone", "a place found for the night")
                .doesNotContain("papers");
        assertThat(flags.open(caseNumber))
                .extracting(Flag::role, Flag::flag)
                .contains(tuple("communityWorker", "other"));
    }

    @Test
    void allButALateChaseIsNothingToHandOn() {
        String caseNumber = leavingToday()
                .knownTo("overdoseRisk", "no")
                .knownTo("needDrugsAlcohol", "none")
                .admitted();
        ProcessInstance day = start("releaseDay", caseNumber);
        submit(caseNumber, "UserTask_ConfirmSheLeft", Map.of("hasLeft", "yes", "leftWhen", "today"));
        gatePack(caseNumber);
        medicines(caseNumber);
        safePlace(caseNumber);
        advance(Duration.ofDays(1));
        firstContact(caseNumber, "yes");
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_ChaseFirstContact");
        advance(Duration.ofDays(1));
        assertEnded(day, "EndEvent_OutstandingHandedOn");
        assertThat(journalOf(caseNumber, "releaseDayOutstanding")).isEmpty();
    }

    @Test
    void whenNobodyConfirmedThatSheLeftTheSupervisorFindsOut() {
        String caseNumber = leavingToday().admitted();
        ProcessInstance day = start("releaseDay", caseNumber);
        advance(Duration.ofDays(2));
        assertThat(openTasks(caseNumber)).containsExactly("UserTask_FindOutWhetherSheLeft");
        assertThat(cases.get(caseNumber).isInCustody()).isTrue();
        submit(caseNumber, "UserTask_FindOutWhetherSheLeft", Map.of("hasLeft", "yes", "leftWhen", "planned"));
        assertEnded(day, "EndEvent_OutstandingHandedOn");
        assertThat(cases.get(caseNumber).releasedAt()).isEqualTo(Instant.parse("2026-01-12T12:00:00Z"));
        assertThat(cases.get(caseNumber).isInCustody()).isFalse();
    }

    @Test
    void theSupervisorFindsThatItWasPutOff() {
        String caseNumber = leavingToday().admitted();
        ProcessInstance day = start("releaseDay", caseNumber);
        advance(Duration.ofDays(2));
        submit(caseNumber, "UserTask_FindOutWhetherSheLeft", Map.of("hasLeft", "no", "putOffReason", "New charge."));
        assertEnded(day, "EndEvent_ReleasePutOff");
        assertThat(cases.get(caseNumber).isInCustody()).isTrue();
        assertThat(cases.get(caseNumber).releaseDateIfKnown()).isEmpty();
    }

    @Test
    void aLateReportOfThePrisonSystemIsHeard() {
        String released = leavingToday().admitted();
        ProcessInstance first = start("releaseDay", released);
        String moved = leavingToday().admitted();
        ProcessInstance second = start("releaseDay", moved);
        advance(Duration.ofDays(2));
        messages.send("WomanReleased", released, Map.of("releasedAt", Date.from(START)));
        assertEnded(first, "EndEvent_OutstandingHandedOn");
        assertThat(cases.get(released).releasedAt()).isEqualTo(START);

        moveTo(moved, LocalDate.of(2026, 3, 2));
        assertEnded(second, "EndEvent_ReleasePutOff");
        assertThat(cases.get(moved).isInCustody()).isTrue();
    }

    @Test
    void aReleaseThatStaffPutOffGoesBackToCustodyWithItsNewDate() {
        String caseNumber = leavingToday().admitted();
        ProcessInstance day = start("releaseDay", caseNumber);
        submit(
                caseNumber,
                "UserTask_ConfirmSheLeft",
                Map.of("hasLeft", "no", "putOffReason", "Court decided.", "newReleaseDate", "2026-02-02"));
        assertEnded(day, "EndEvent_ReleasePutOff");
        assertThat(cases.get(caseNumber).isInCustody()).isTrue();
        assertThat(cases.get(caseNumber).releaseDateIfKnown()).contains(LocalDate.of(2026, 2, 2));
        assertThat(cases.get(caseNumber).isInCustody()).isTrue();
        assertThat(openTasks(caseNumber)).isEmpty();
    }

    @Test
    void aMovedReleaseDateEndsTheDayWhileSheHasNotLeft() {
        String caseNumber = leavingToday().admitted();
        ProcessInstance day = start("releaseDay", caseNumber);
        medicines(caseNumber);
        moveTo(caseNumber, LocalDate.of(2026, 3, 2));
        assertEnded(day, "EndEvent_ReleasePutOff");
        assertThat(cases.get(caseNumber).isInCustody()).isTrue();
        assertThat(cases.get(caseNumber).releaseDateIfKnown()).contains(LocalDate.of(2026, 3, 2));
    }

    @Test
    void aNewReleaseDateLiesAhead() {
        String caseNumber = leavingToday().admitted();
        start("releaseDay", caseNumber);
        assertThatThrownBy(() -> submit(
                        caseNumber,
                        "UserTask_ConfirmSheLeft",
                        Map.of("hasLeft", "no", "putOffReason", "Court.", "newReleaseDate", "2026-01-01")))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("newReleaseDate");
    }

    @Test
    void aReleasePutOffBringsHerJourneyBackToCustodyUntilTheNewDate() {
        String caseNumber = journeyTo("R7001RD");
        journeys.moveReleaseDate(caseNumber, Optional.of(TODAY), "Time already served.");
        submit(
                caseNumber,
                "UserTask_ConfirmSheLeft",
                Map.of("hasLeft", "no", "putOffReason", "Court decided.", "newReleaseDate", "2026-03-02"));
        assertThat(messages.isRunning("releaseDay", caseNumber)).isFalse();
        assertThat(journalOf(caseNumber, "releasePutOff")).hasSize(1);
        advanceTo(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(messages.isRunning("releaseDay", caseNumber)).isTrue();
    }

    @Test
    void whenSheHasLeftHerJourneyGoesOnWithFollowUp() {
        String caseNumber = journeyTo("R7002RD");
        journeys.moveReleaseDate(caseNumber, Optional.of(TODAY), "Time already served.");
        journeys.release(caseNumber, START);
        assertThat(cases.get(caseNumber).releasedAt()).isEqualTo(START);
        advance(Duration.ofDays(2));
        assertThat(messages.isRunning("releaseDay", caseNumber)).isFalse();
        assertThat(messages.isRunning("followUp", caseNumber)).isTrue();
    }

    private String journeyTo(String prisonNumber) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("prisonNumber", prisonNumber);
        answers.put("womanName", "Release Day");
        answers.put("dateOfBirth", "1991-03-04");
        answers.put("site", "north");
        answers.put("admissionDate", "2026-01-12");
        answers.put("legalStatus", "sentenced");
        answers.put("releaseDate", "2026-02-02");
        answers.put("homeDistrict", "Northtown");
        answers.put("language", "English");
        return journeys.register(answers);
    }

    private AWoman leavingToday() {
        return aWoman().releasedOn(TODAY);
    }

    private void medicines(String caseNumber) {
        submit(caseNumber, "UserTask_GiveMedicines", Map.of("medicinesGiven", "given", "medicinesDays", 7));
    }

    private void gatePack(String caseNumber) {
        submit(caseNumber, "UserTask_HandOverGatePack", Map.of("grantExplained", "yes"));
    }

    private void safePlace(String caseNumber) {
        submit(caseNumber, "UserTask_ConfirmSafePlace", Map.of("safePlaceTonight", "yes", "placeTonight", "family"));
    }

    private void firstContact(String caseNumber, String safe) {
        submit(caseNumber, "UserTask_MakeFirstContact", Map.of("firstContactHow", "phone", "safeNow", safe));
    }

    private void moveTo(String caseNumber, LocalDate date) {
        cases.changeReleaseDate(caseNumber, Optional.of(date), "Recalculated.");
        messages.setCodes(caseNumber, Map.of("releaseDate", date.toString()));
        messages.send("ReleaseDateChanged", caseNumber, Map.of("releaseDate", date.toString()));
    }

    private boolean isRunning(ProcessInstance instance) {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                > 0;
    }

    private void assertEnded(ProcessInstance instance, String endEvent) {
        assertThat(isRunning(instance)).isFalse();
        assertThat(historyService
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityId(endEvent)
                        .count())
                .as(endEvent)
                .isEqualTo(1);
    }
}
