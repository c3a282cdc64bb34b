package org.throughcare.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.EmptyRecord;

/** The key of the record changes while the record is in use. */
class KeyChangeTest {

    private static final String OLD = Rings.key("old");
    private static final String NEW = Rings.key("new");
    private static final String HER = "NORTH-2026-0001";

    private final JdbcClient jdbc = JdbcClient.create(EmptyRecord.make());

    @BeforeEach
    void aLineSealedWithTheOldKey() {
        started(OLD);
        SealedTable journal = journal(new Sealing(OLD));
        jdbc.sql(
                        """
                insert into case_file (case_number, prison_number, prison_number_hash, site, status, phase, legal_status,
                  admission_date, episode, woman_name, date_of_birth, search_key, opened_at)
                values (?, 'x', 'x', 'north', 'open', 'admission', 'x', date '2026-01-12', 1, 'x', 'x', 'old', now())""")
                .param(HER)
                .update();
        for (String caseNumber : new String[] {HER, HER, null}) {
            jdbc.sql(
                            """
                    insert into journal_entry (case_number, kind, summary, details, written_by, written_at)
                    values (?, 'noted', ?, ?, 'somebody', now())""")
                    .params(
                            caseNumber,
                            journal.seal("summary", caseNumber, "She likes gardening."),
                            journal.seal("details", caseNumber, "{}"))
                    .update();
        }
    }

    @Test
    void everythingIsSealedAgainAndThenTheOldKeyMayGo() {
        Sealing both = new Sealing(NEW + "," + OLD);
        journal(both);
        KeyChange change = new KeyChange(List.of(new SealedValues(jdbc, both)), started(NEW + "," + OLD), both);

        assertThat(change.renewEverything()).isEqualTo(6);

        SealedTable journal = journal(new Sealing(NEW));
        assertThat(jdbc.sql("select case_number, summary, details from journal_entry")
                        .query((row, number) -> journal.open(row, "summary") + journal.open(row, "details"))
                        .list())
                .containsOnly("She likes gardening.{}")
                .hasSize(3);
        assertThatThrownBy(() -> started(NEW)).hasMessageContaining("key old");
        assertThat(change.renewEverything()).isZero();
        assertThatCode(() -> started(NEW)).doesNotThrowAnyException();
    }

    @Test
    void aStartWithoutTheRecordsKeyIsRefused() {
        assertThatThrownBy(() -> started(NEW))
                .isInstanceOf(NoRecordKeyException.class)
                .hasMessageContaining("key old")
                .hasMessageContaining("THROUGHCARE_RECORD_KEYS")
                .extracting("action")
                .asString()
                .contains("the key that was used until now")
                .doesNotContain("openssl rand");
    }

    @Test
    void aStartWithAnotherKeyOfThatNameIsRefused() {
        String other = "old:" + Base64.getEncoder().encodeToString("another key of the same name....".getBytes());

        assertThatThrownBy(() -> started(other))
                .isInstanceOf(NoRecordKeyException.class)
                .hasMessageContaining("another one");
    }

    private static SealedTable journal(Sealing sealing) {
        return sealing.table("journal_entry", "summary", "details");
    }

    private RecordKeys started(String setting) {
        RecordKeys keys = new RecordKeys(jdbc, new Sealing(setting), Clock.systemUTC());
        keys.afterPropertiesSet();
        return keys;
    }
}
