package org.throughcare.monitoring.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.monitoring.measures.SmallEstate.NORTH;
import static org.throughcare.monitoring.measures.SmallEstate.SOUTH;
import static org.throughcare.monitoring.measures.SmallEstate.at;
import static org.throughcare.monitoring.measures.SmallEstate.everything;
import static org.throughcare.monitoring.measures.SmallEstate.hiding;
import static org.throughcare.monitoring.measures.SmallEstate.told;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each measure of the overview on women who can be counted by hand. */
class OverviewMeasuresTest {

    private final SmallEstate estate = new SmallEstate();
    private final OverviewMeasures measures = new OverviewMeasures();

    @Test
    void womenByPhaseAreTheOpenCasesOfHerSitesWithoutHiddenOnes() {
        estate.woman(NORTH, "admission", Map.of("track", "remand"));
        estate.woman(NORTH, "admission", Map.of("track", "remand"));
        String followed = estate.woman(NORTH, "followUp", Map.of("track", "full"));
        estate.woman(NORTH, "followUp", Map.of("track", "full", "status", "closed"));
        String fresh = estate.woman(SOUTH, "admission", Map.of());
        Measure women = measures.womenByPhase(estate.sql);

        assertThat(told(women, everything()))
                .containsExactly("admission remand: 2", "admission undecided: 1", "followUp full: 1");
        assertThat(told(women, at(NORTH))).containsExactly("admission remand: 2", "followUp full: 1");
        assertThat(told(women, hiding(followed))).containsExactly("admission remand: 2", "admission undecided: 1");
        assertThat(women.cases(everything(), Map.of("phase", "admission", "track", "undecided"), "women"))
                .containsExactly(fresh);
        assertThat(women.cases(everything(), Map.of("phase", "admission"), "women"))
                .hasSize(3);
        assertThat(women.cases(hiding(followed), Map.of("phase", "followUp"), "women"))
                .isEmpty();
        assertThat(told(measures.womenBySite(estate.sql), everything())).containsExactly("north: 3", "south: 1");
    }
}
