package org.throughcare.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.ProcessTest;

/** What a manager reads of a model are its words. */
class ModelsTest extends ProcessTest {

    @Autowired
    Models models;

    @Test
    void everyPlaceWhereACaseCanWaitHasAName() {
        for (Models.Process process : models.newest()) {
            assertThat(models.names(process.definitionId()).entrySet())
                    .as(process.key())
                    .filteredOn(named -> named.getKey().matches("(UserTask|CallActivity|Gateway_Wait)_?.*"))
                    .noneMatch(named -> named.getKey().equals(named.getValue()));
        }
    }

    @Test
    void aGatewayWithoutANameIsToldByWhatMayComeNext() {
        String journey = models.newest("journey").orElseThrow().definitionId();

        assertThat(models.names(journey).get("Gateway_WaitForMilestone")).startsWith("Before: ");
    }
}
