package org.throughcare.journey.casemanagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.ProcessTest;
import org.throughcare.StaffOfTest;
import org.throughcare.caseload.StaffMember;
import org.throughcare.caseload.StaffMembers;
import org.throughcare.caseload.Supervision;
import org.throughcare.caseload.SupervisionSession;

/** Supervision of case managers: scheduled, not driven by crises (study 000, domain rule 15). */
class SupervisionTest extends ProcessTest {

    private static final Instant FIRST_SESSION = Instant.parse("2026-01-26T09:00:00Z");

    @Autowired
    private StaffMembers staffMembers;

    @Autowired
    private Supervision supervision;

    private StaffOfTest staff;

    @BeforeEach
    void nobodyElseWorks() {
        staff = StaffOfTest.alone(staffMembers);
    }

    @AfterEach
    void everybodyIsBack() {
        staff.leave();
    }

    @Test
    void anActiveCaseManagerHasASessionEveryTwoWeeks() {
        String her = staff.caseManager("her");
        advanceTo(FIRST_SESSION.minusSeconds(1));
        assertThat(openTasks(her)).isEmpty();

        advanceTo(FIRST_SESSION);
        assertThat(groupsOf(task(her, "UserTask_HoldSupervisionSession"))).containsExactly("supervisor.north");
        advance(Duration.ofDays(2));
        held(her, "2026-01-28");

        assertThat(supervision.sessionsOf(her))
                .containsExactly(new SupervisionSession(
                        her,
                        "north",
                        FIRST_SESSION,
                        Optional.of(java.time.LocalDate.of(2026, 1, 28)),
                        true,
                        Optional.of("right")));
        advanceTo(FIRST_SESSION.plus(Duration.ofDays(14)));
        assertThat(openTasks(her)).containsExactly("UserTask_HoldSupervisionSession");
    }

    @Test
    void aMissedSessionIsSettledByTheManagerAndTheNextOneStands() {
        String her = staff.caseManager("her");
        advanceTo(FIRST_SESSION);

        submit(her, "UserTask_HoldSupervisionSession", Map.of("sessionHeld", "no", "notHeldBecause", "noTime"));

        assertThat(supervision.sessionsOf(her)).singleElement().satisfies(session -> assertThat(session.isHeld())
                .isFalse());
        assertThat(openTasks(her)).containsExactly("UserTask_SettleMissedSession");
        assertThat(groupsOf(task(her, "UserTask_SettleMissedSession"))).containsExactly("manager");
        submit(
                her,
                "UserTask_SettleMissedSession",
                Map.of("missedSettledBy", "A call this week", "missedAgainPrevented", "yes"));
        advanceTo(FIRST_SESSION.plus(Duration.ofDays(14)));
        assertThat(openTasks(her)).containsExactly("UserTask_HoldSupervisionSession");
    }

    @Test
    void anOverdueSessionReachesTheManagerAndGoesAwayWhenItIsHeld() {
        String her = staff.caseManager("her");
        advanceTo(FIRST_SESSION.plus(Duration.ofDays(5)));
        assertThat(openTasks(her)).containsExactly("UserTask_ChaseOverdueSession", "UserTask_HoldSupervisionSession");
        assertThat(groupsOf(task(her, "UserTask_ChaseOverdueSession"))).containsExactly("manager");

        held(her, "2026-01-31");

        assertThat(openTasks(her)).isEmpty();
    }

    @Test
    void theManagerSettlesAnOverdueSessionWhileItStaysWithTheSupervisor() {
        String her = staff.caseManager("her");
        advanceTo(FIRST_SESSION.plus(Duration.ofDays(5)));

        submit(her, "UserTask_ChaseOverdueSession", Map.of("lateBecause", "Illness", "lateSettledBy", "Her deputy"));

        assertThat(openTasks(her)).containsExactly("UserTask_HoldSupervisionSession");
    }

    @Test
    void sessionsThatALongWaitSwallowedAreNotMadeUpFor() {
        String her = staff.caseManager("her");
        advanceTo(FIRST_SESSION.plus(Duration.ofDays(35)));
        held(her, "2026-03-02");

        advanceTo(FIRST_SESSION.plus(Duration.ofDays(41)));
        assertThat(openTasks(her)).isEmpty();
        advanceTo(FIRST_SESSION.plus(Duration.ofDays(42)));
        assertThat(openTasks(her)).containsExactly("UserTask_HoldSupervisionSession");
    }

    @Test
    void supervisionEndsWithTheWorkAndTakesTheOpenSessionAlong() {
        String her = staff.caseManager("her");
        advanceTo(FIRST_SESSION);

        staff.leave();

        assertThat(openTasks(her)).isEmpty();
        assertThat(running(her)).isZero();
    }

    @Test
    void supervisionThatEndsWhileWaitingAsksForNoSession() {
        String her = staff.caseManager("her");

        staff.leave();

        assertThat(running(her)).isZero();
    }

    @Test
    void supervisionRunsOnceForEachCaseManagerHoweverOftenItIsEnsured() {
        String her = staff.caseManager("her");
        supervision.ensureScheduled();
        supervision.ensureScheduled();
        assertThat(running(her)).isOne();

        runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(her)
                .list()
                .forEach(instance -> runtimeService.deleteProcessInstance(instance.getId(), "lost"));
        supervision.ensureScheduled();
        assertThat(running(her)).isOne();
    }

    @Test
    void whoeverIsNoCaseManagerHasNoSupervisionOfThisKind() {
        String him = staff.caseManager(
                "worker",
                member -> new StaffMember(
                        member.userId(), "communityWorker", member.site(), member.displayName(), false, "full", true));

        assertThat(running(him)).isZero();
    }

    @Test
    void aCaseManagerWhoMovesIsSupervisedAtHerNewSite() {
        String her = staff.caseManager("her");
        staff.caseManager(
                "her",
                member -> new StaffMember(
                        member.userId(), member.role(), "south", member.displayName(), true, "part", true));

        advanceTo(FIRST_SESSION);

        assertThat(running(her)).isOne();
        assertThat(groupsOf(task(her, "UserTask_HoldSupervisionSession"))).containsExactly("supervisor.south");
    }

    @Test
    void theSupervisorSeesHerLoadAndWritesNoWomanIntoTheEngine() {
        String her = staff.caseManager("her");
        aWoman().ownedBy(her).admitted();
        advanceTo(FIRST_SESSION);

        assertThat(formService
                        .getTaskFormData(
                                task(her, "UserTask_HoldSupervisionSession").getId())
                        .getFormFields())
                .filteredOn(field -> field.getId().equals("supervisedCaseload"))
                .singleElement()
                .satisfies(field ->
                        assertThat(String.valueOf(field.getValue().getValue())).contains("1 of 5"));
        held(her, "2026-01-26");
        assertThat(historyService.createHistoricVariableInstanceQuery().list())
                .noneSatisfy(variable ->
                        assertThat(String.valueOf(variable.getValue())).contains("canary"));
    }

    private void held(String her, String day) {
        submit(
                her,
                "UserTask_HoldSupervisionSession",
                Map.of(
                        "sessionHeld", "yes",
                        "sessionOn", day,
                        "supervisionThemes", List.of("workload"),
                        "caseloadReviewed", "yes",
                        "caseloadView", "right",
                        "supportAgreed", "canary: a free afternoon"));
    }

    private long running(String userId) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey("supervision")
                .processInstanceBusinessKey(userId)
                .count();
    }
}
