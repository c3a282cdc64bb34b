package org.throughcare.decisions.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughcare.decisions.workbench.Impact.Load;

/** What another answer of a table means for a role's week. */
class WorkloadTest {

    private final Workload workload = new Workload();

    @Test
    void aRowForARoleIsATaskAsOftenAsItCameUp() {
        workload.decided(
                List.of(Map.of("role", "healthcare")),
                List.of(Map.of("role", "healthcare"), Map.of("ownerRole", "socialWorker")),
                4);

        assertThat(workload.result())
                .containsExactly(new Load("healthcare", "tasks", 0.3, 0.3), new Load("socialWorker", "tasks", 0, 0.3));
    }

    @Test
    void anIntervalIsWorkForWhoeverKeepsIt() {
        workload.goesOn(List.of(Map.of("every", "P7D")), List.of(Map.of("every", "P3DT12H")), -10);
        workload.goesOn(List.of(Map.of("catchUpEvery", "P42D")), List.of(Map.of("catchUpEvery", "P21D")), 200);
        workload.goesOn(List.of(Map.of("reviewEvery", "P14D")), List.of(Map.of("reviewEvery", "P7D")), 100);

        assertThat(workload.result())
                .containsExactly(
                        new Load("caseManager", "catch-ups", 0.2, 0.3),
                        new Load("caseManager", "reviews of the plan", 0.5, 1),
                        new Load("communityWorker", "contacts after release", 1, 2));
    }

    /** Five months are 152 days, six 183, of a year of 364. */
    @Test
    void aLongerLeadTimeIsMoreWeeksOfMeetings() {
        for (int woman = 0; woman < 10; woman++) {
            workload.goesOn(months(5), months(6), 300);
        }

        assertThat(workload.result())
                .containsExactly(new Load("caseManager", "weekly meetings before release", 4.2, 5.0));
    }

    @Test
    void itChangesNothingForWhoIsWithinTheLeadTimeOrHasLeftOrLeavesMuchLater() {
        workload.goesOn(months(5), months(6), 80);
        workload.goesOn(months(5), months(6), -3);
        workload.goesOn(months(5), months(6), 800);
        workload.goesOn(months(5), months(6), null);

        assertThat(workload.result())
                .containsExactly(new Load("caseManager", "weekly meetings before release", 0.2, 0.2));
    }

    @Test
    void whereThereIsNoLeadTimeTheMeetingsHaveBegun() {
        workload.goesOn(months(0), months(0), null);

        assertThat(workload.result()).containsExactly(new Load("caseManager", "weekly meetings before release", 1, 1));
    }

    private static List<Map<String, Object>> months(int lead) {
        return List.of(Map.of("leadMonths", lead));
    }
}
