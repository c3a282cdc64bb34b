package org.throughcare.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughcare.ProcessTest;
import org.throughcare.access.CurrentStaff;
import org.throughcare.sealing.SearchHashes;
import org.throughcare.time.WorkingCalendar;

/** How long a case is kept, and what outlives it, is what an estate writes into its configuration. */
class RetentionByConfigurationTest extends ProcessTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<ErasedWithCase> more;

    @Autowired
    ErasureProofs proofs;

    @Autowired
    SearchHashes hashes;

    @Autowired
    CurrentStaff staff;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void eachClosingReasonHasItsOwnPeriodAndTheOthersTheCommonOne() {
        Map<String, String> configured = Map.of(
                "throughcare.retention.after-closing", "P10Y",
                "throughcare.retention.by-reason.died", "P1Y",
                "throughcare.retention.by-reason.yearCompleted", "P2Y6M");
        String died = closed("died");
        String completed = closed("yearCompleted");
        String deported = closed("deported");

        assertThat(leftAfter(Duration.ofDays(365), configured)).contains(died, completed, deported);
        assertThat(leftAfter(Duration.ofDays(366), configured))
                .contains(completed, deported)
                .doesNotContain(died);
        assertThat(leftAfter(Duration.ofDays(913), configured))
                .contains(deported)
                .doesNotContain(completed);
        assertThat(leftAfter(Duration.ofDays(3652), configured)).contains(deported);
        assertThat(leftAfter(Duration.ofDays(3653), configured)).doesNotContain(deported);
    }

    @Test
    void withoutACommonPeriodOnlyTheNamedReasonsEnd() {
        Map<String, String> configured = Map.of("throughcare.retention.by-reason.died", "P1Y");
        String died = closed("died");
        String deported = closed("deported");

        assertThat(leftAfter(Duration.ofDays(20_000), configured))
                .contains(deported)
                .doesNotContain(died);
    }

    @Test
    void aPseudonymisedTableKeepsItsRowsWithAHashInPlaceOfTheNumber() {
        String her = closed("died");
        String other = closed("deported");
        for (String caseNumber : List.of(her, her, other)) {
            jdbc.sql("insert into access_log (read_at, user_id, case_number, relation, kinds, place)"
                            + " values (?, 'reader.of.both', ?, 'TEAM', 'IDENTITY', 'PAGE')")
                    .params(Timestamp.from(clock.instant()), caseNumber)
                    .update();
        }

        leftAfter(
                Duration.ofDays(400),
                Map.of(
                        "throughcare.retention.by-reason.died",
                        "P1Y",
                        "throughcare.retention.pseudonymised[0]",
                        "access_log"));

        List<String> numbers = jdbc.sql("select case_number from access_log where user_id = 'reader.of.both'")
                .query(String.class)
                .list();
        assertThat(numbers).hasSize(3).contains(other).doesNotContain(her);
        assertThat(numbers)
                .as("both rows still belong together, and whoever knows her number and has the key can tell")
                .filteredOn(number -> !number.equals(other))
                .containsOnly(hashes.of(SearchHashes.CASE_NUMBER, her));
        assertThat(jdbc.sql("select count(*) from journal_entry where case_number = ?")
                        .param(her)
                        .query(Integer.class)
                        .single())
                .as("other tables keep nothing")
                .isZero();
    }

    private String closed(String reason) {
        String caseNumber = aWoman().admitted();
        cases.close(caseNumber, reason);
        return caseNumber;
    }

    /** The cases that are left when the check runs that long after today. */
    private List<String> leftAfter(Duration time, Map<String, String> configured) {
        clock.freezeAt(START.plus(time));
        RetentionSettings settings = new Binder(new MapConfigurationPropertySource(new HashMap<>(configured)))
                .bind("throughcare.retention", RetentionSettings.class)
                .get();
        Clock now = clock;
        CaseErasure erasure = new CaseErasure(jdbc, cases, more, proofs, settings, hashes, staff, now);
        transactions.executeWithoutResult(
                status -> new Retention(jdbc, erasure, settings, calendar, events, now).check());
        return jdbc.sql("select case_number from case_file").query(String.class).list();
    }
}
