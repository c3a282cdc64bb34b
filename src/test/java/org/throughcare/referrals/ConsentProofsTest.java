package org.throughcare.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.ProcessTest;
import org.throughcare.erasure.RetentionChecked;
import org.throughcare.sealing.SearchHashes;

/** The proof of her consents outlives her record where the estate says so, and only for its time. */
class ConsentProofsTest extends ProcessTest {

    @Autowired
    Consents consents;

    @Autowired
    SearchHashes hashes;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void itIsKeptUnderAHashUntilItsDayIsOver() {
        String her = aWoman().admitted();
        consents.give(her, "gp", ConsentKind.HEALTH, Optional.of(LocalDate.of(2026, 6, 1)), "inWriting");
        consents.withdraw(her, "gp", List.of(), "spoken");

        proofs("P6Y").erase(cases.get(her));

        assertThat(kept(her)).containsExactly("gp health given inWriting", "gp health withdrawn spoken");
        proofs("P6Y").removeWhatIsOver(new RetentionChecked(LocalDate.of(2032, 1, 12)));
        assertThat(kept(her)).hasSize(2);
        proofs("P6Y").removeWhatIsOver(new RetentionChecked(LocalDate.of(2032, 1, 13)));
        assertThat(kept(her)).isEmpty();
    }

    @Test
    void withoutAPeriodNoneIsKept() {
        String her = aWoman().admitted();
        consents.refuse(her, "gp", ConsentKind.HEALTH, "spoken");

        proofs("").erase(cases.get(her));

        assertThat(kept(her)).isEmpty();
    }

    private List<String> kept(String caseNumber) {
        return jdbc.queryForList(
                """
                select recipient || ' ' || kind || ' ' || answer || ' ' || how from consent_proof
                where case_number_hash = ? order by id""",
                String.class,
                hashes.of(SearchHashes.CASE_NUMBER, caseNumber));
    }

    private ConsentProofs proofs(String period) {
        return new ConsentProofs(jdbcClient(), consents, hashes, clock, period);
    }

    private JdbcClient jdbcClient() {
        return JdbcClient.create(jdbc);
    }
}
