package org.throughcare.monitoring.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;
import org.throughcare.ProcessTest;

/** PostgreSQL understands every measure and every list behind one. */
@ContextConfiguration(initializers = PostgresDatabase.class)
@Import(TimedMeasures.class)
class MeasuresOnPostgresIT extends ProcessTest {

    @Autowired
    TimedMeasures measures;

    @Test
    void everyNumberListAndFile() {
        String woman = aWoman().knownTo("safeAddress", "yes").ownedBy("cora").admitted();
        start("admission", woman);
        facts.put(woman, "releaseDay:2026-01-12", Map.of("gatePack", List.of("identityPapers")), "test");
        cases.recordRelease(woman, START.minusSeconds(60));

        assertThat(measures.ids())
                .contains("releases", "retention", "workloadAhead")
                .allSatisfy(id -> assertThat(measures.withLists(id)).isPositive());
    }
}
