package org.throughcare.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.EmptyRecord;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.sealing.Rings;

/** While the record's key changes, an event that comes again is still known. */
class EventsUnderANewKeyTest {

    private static final String OLD = Rings.key("old");
    private static final String NEW = Rings.key("new");
    private static final String HER = "NORTH-2026-0001";

    private final JdbcClient jdbc = JdbcClient.create(EmptyRecord.make());
    private final CaseFiles cases = mock(CaseFiles.class);

    @BeforeEach
    void anEventTakenUnderTheOldKey() {
        jdbc.sql(
                        """
                insert into case_file (case_number, prison_number, prison_number_hash, site, status, phase, legal_status,
                  admission_date, episode, woman_name, date_of_birth, search_key, opened_at)
                values (?, 'x', 'x', 'north', 'open', 'admission', 'x', date '2026-01-12', 1, 'x', 'x', 'old', now())""")
                .param(HER)
                .update();
        CaseFile file = mock(CaseFile.class);
        when(file.prisonNumber()).thenReturn("A1234BC");
        when(cases.get(HER)).thenReturn(file);
        CustodyEvent event = new CustodyEvent(
                "A1234BC-77", CustodyEvent.Type.admitted, "A1234BC", Instant.parse("2026-01-12T09:00:00Z"), Map.of());
        events(OLD).keep(event, new CustodyAnswer("A1234BC-77", "admitted", HER, true, "The case is open."), "system");
    }

    @Test
    void itIsKnownBeforeAndAfterItIsHashedAnew() {
        CustodyEvents both = events(NEW + "," + OLD);
        assertThat(both.answerTo("A1234BC-77")).isPresent();

        assertThat(both.renewSome()).isOne();
        assertThat(both.renewSome()).isZero();

        assertThat(both.answerTo("A1234BC-77").orElseThrow().detail()).isEqualTo("The case is open.");
        assertThat(both.lastApplied("A1234BC", "presence")).contains(Instant.parse("2026-01-12T09:00:00Z"));
        assertThat(events(OLD).answerTo("A1234BC-77")).isEmpty();
    }

    private CustodyEvents events(String keys) {
        return new CustodyEvents(jdbc, Clock.systemUTC(), Rings.hashes(keys), cases, Rings.sealing(keys));
    }
}
