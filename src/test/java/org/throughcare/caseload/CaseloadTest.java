package org.throughcare.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.ProcessTest;
import org.throughcare.StaffOfTest;

/** Who gets a case (study 000, domain rule 15). */
class CaseloadTest extends ProcessTest {

    @Autowired
    private Caseload caseload;

    @Autowired
    private StaffMembers staffMembers;

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
    void theLeastLoadedWhoFitsGetsTheCase() {
        String busy = staff.caseManager("busy");
        String free = staff.caseManager("free");
        carries(busy, 3);
        carries(free, 2);

        String caseNumber = aWoman().admitted();

        assertThat(caseload.allocate(caseNumber)).contains(free);
        assertThat(cases.get(caseNumber).caseManager()).isEqualTo(free);
        assertThat(journalOf(caseNumber, "caseManagerAssigned")).hasSize(1);
        assertThat(journalOf(caseNumber, "decided"))
                .anySatisfy(entry -> assertThat(entry.details()).containsEntry("decision", "caseloadLimit"));
    }

    @Test
    void onlyWomenAreCaseManagersOfWomen() {
        staff.caseManager(
                "him",
                member -> new StaffMember(
                        member.userId(), member.role(), member.site(), member.displayName(), false, "full", true));

        assertThat(caseload.allocate(aWoman().admitted())).isEmpty();
        assertThat(caseload.loadsAt("north")).isEmpty();
    }

    @Test
    void whoeverIsNotActiveOrWorksElsewhereGetsNoCase() {
        staff.caseManager(
                "gone",
                member -> new StaffMember(
                        member.userId(), member.role(), member.site(), member.displayName(), true, "full", false));
        staff.caseManager(
                "south",
                member -> new StaffMember(
                        member.userId(), member.role(), "south", member.displayName(), true, "full", true));

        assertThat(caseload.allocate(aWoman().admitted())).isEmpty();
    }

    @Test
    void fiveWomenInCustodyAreTheLimitOfAFullPattern() {
        String her = staff.caseManager("her");
        carries(her, 4);

        assertThat(caseload.allocate(aWoman().admitted())).contains(her);
        assertThat(caseload.allocate(aWoman().admitted())).isEmpty();
        assertThat(caseload.load(her).inCustody()).isEqualTo(5);
        assertThat(caseload.overLimit("north")).isEmpty();
    }

    @Test
    void womenInTheCommunityAreCountedApartFromWomenInCustody() {
        String her = staff.caseManager("her");
        for (int i = 0; i < 15; i++) {
            aWoman().ownedBy(her).releasedAt(START).admitted();
        }

        assertThat(caseload.load(her).inCommunity()).isEqualTo(15);
        assertThat(caseload.allocate(aWoman().admitted())).contains(her);
        assertThat(caseload.allocate(aWoman().releasedAt(START).admitted())).isEmpty();
    }

    @Test
    void aPartTimePatternHasFewerPlaces() {
        String her = staff.caseManager(
                "her",
                member -> new StaffMember(
                        member.userId(), member.role(), member.site(), member.displayName(), true, "part", true));
        carries(her, 3);

        assertThat(caseload.allocate(aWoman().admitted())).isEmpty();
    }

    @Test
    void womenOfTheLastYearCountEvenWhenTheirCasesAreClosed() {
        String her = staff.caseManager("her");
        for (int i = 0; i < 40; i++) {
            String earlier = aWoman().admitted();
            assertThat(caseload.allocate(earlier)).contains(her);
            cases.close(earlier, "movedAway");
        }

        assertThat(caseload.load(her).inYear()).isEqualTo(40);
        assertThat(caseload.allocate(aWoman().admitted())).isEmpty();

        clock.freezeAt(START.plus(Duration.ofDays(366)));
        assertThat(caseload.load(her).inYear()).isZero();
        assertThat(caseload.allocate(aWoman().admitted())).contains(her);
    }

    @Test
    void aWomanWhoWentToAColleagueStillCountsInTheYearAndNotNow() {
        String before = staff.caseManager("before");
        String caseNumber = aWoman().admitted();
        assertThat(caseload.allocate(caseNumber)).contains(before);
        String after = staff.caseManager("after");

        caseload.reassign(caseNumber, after, "They know each other.");

        assertThat(caseload.load(before).inCustody()).isZero();
        assertThat(caseload.load(before).inYear()).isOne();
        clock.freezeAt(START.plus(Duration.ofDays(366)));
        assertThat(caseload.load(before).inYear()).isZero();
        assertThat(caseload.load(after).inYear()).isOne();
    }

    @Test
    void herCaseManagerStaysWhileSheFits() {
        String hers = staff.caseManager("hers");
        staff.caseManager("free");
        carries(hers, 4);
        String caseNumber = aWoman().ownedBy(hers).admitted();

        assertThat(caseload.allocate(caseNumber)).contains(hers);
    }

    @Test
    void aCaseManagerWhoLeftIsReplaced() {
        String left = staff.caseManager("left");
        String next = staff.caseManager("next");
        String caseNumber = aWoman().ownedBy(left).admitted();
        staff.caseManager(
                "left",
                member -> new StaffMember(
                        member.userId(), member.role(), member.site(), member.displayName(), true, "full", false));

        assertThat(caseload.toReassign("north"))
                .extracting(file -> file.caseNumber())
                .contains(caseNumber);
        assertThat(caseload.allocate(caseNumber)).contains(next);
        assertThat(caseload.toReassign("north"))
                .extracting(file -> file.caseNumber())
                .doesNotContain(caseNumber);
    }

    @Test
    void twoAllocationsAtOnceNeverTakeTheSameLastPlace() throws Exception {
        String her = staff.caseManager("her");
        carries(her, 4);
        List<String> waiting =
                List.of(aWoman().admitted(), aWoman().admitted(), aWoman().admitted(), aWoman().admitted());
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService desks = Executors.newFixedThreadPool(waiting.size());
        List<Future<Optional<String>>> answers = waiting.stream()
                .map(caseNumber -> desks.submit((Callable<Optional<String>>) () -> {
                    together.await();
                    return caseload.allocate(caseNumber);
                }))
                .toList();

        together.countDown();

        int given = 0;
        for (Future<Optional<String>> answer : answers) {
            given += answer.get().isPresent() ? 1 : 0;
        }
        desks.shutdown();
        assertThat(given).isEqualTo(1);
        assertThat(caseload.load(her).inCustody()).isEqualTo(5);
    }

    @Test
    void aSupervisorReassignsWithAReasonThatStaysWithHerName() {
        String before = staff.caseManager("before");
        String after = staff.caseManager("after");
        carries(after, 5);
        String caseNumber = aWoman().ownedBy(before).admitted();
        actAs("supervisor.north", "supervisor.north");

        caseload.reassign(caseNumber, after, "They know each other.");

        assertThat(cases.get(caseNumber).caseManager()).isEqualTo(after);
        assertThat(caseload.overLimit("north"))
                .extracting(load -> load.member().userId())
                .containsExactly(after);
        assertThat(journalOf(caseNumber, "caseReassigned")).singleElement().satisfies(entry -> {
            assertThat(entry.by()).isEqualTo("supervisor.north");
            assertThat(entry.details())
                    .containsEntry("overLimit", true)
                    .containsEntry("reason", "They know each other.");
        });
    }

    @Test
    void reassigningNeedsAReasonAndAWoman() {
        String her = staff.caseManager("her");
        String him = staff.caseManager(
                "him",
                member -> new StaffMember(
                        member.userId(), member.role(), member.site(), member.displayName(), false, "full", true));
        String caseNumber = aWoman().ownedBy(her).admitted();

        assertThatThrownBy(() -> caseload.reassign(caseNumber, him, "He has time."))
                .isInstanceOf(UnfitCaseManagerException.class);
        assertThatThrownBy(() -> caseload.reassign(caseNumber, her, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(cases.get(caseNumber).caseManager()).isEqualTo(her);
    }

    private void carries(String caseManager, int women) {
        for (int i = 0; i < women; i++) {
            aWoman().ownedBy(caseManager).admitted();
        }
    }
}
