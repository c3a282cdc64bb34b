package org.throughcare.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.EmptyRecord;
import org.throughcare.sealing.Rings;
import org.throughcare.sealing.Sealing;
import org.throughcare.sites.Site;
import org.throughcare.sites.Sites;

/** While the record's key changes, every case is found and no woman gets two. */
class SearchUnderANewKeyTest {

    private static final String OLD = Rings.key("old");
    private static final String BOTH = Rings.key("new") + "," + OLD;

    private final DataSource database = EmptyRecord.make();

    @Test
    void aCaseOpenedUnderTheOldKeyIsFoundBeforeAndAfterItIsHashedAnew() {
        CaseFile her = record(OLD).open(newCase("A1234BC"));
        CaseFiles files = record(BOTH);

        assertThat(numbersFound(BOTH)).containsExactly(her.caseNumber());
        assertThatThrownBy(() -> files.open(newCase("A1234BC"))).isInstanceOf(OpenCaseException.class);

        assertThat(files.renewSome()).isOne();
        assertThat(files.renewSome()).isZero();

        assertThat(numbersFound(BOTH)).containsExactly(her.caseNumber());
        assertThat(files.openWithPrisonNumber("A1234BC")).isPresent();
        assertThat(files.withDateOfBirth(her.dateOfBirth())).hasSize(1);
        assertThat(numbersFound(OLD)).as("the old key's hashes are gone").isEmpty();
    }

    @Test
    void aClosedCaseStaysClosed() {
        CaseFiles before = record(OLD);
        CaseFile her = before.open(newCase("A1234BC"));
        before.close(her.caseNumber(), "deported");
        CaseFiles files = record(BOTH);

        files.renewSome();

        assertThat(files.openWithPrisonNumber("A1234BC")).isEmpty();
        assertThat(files.open(newCase("A1234BC")).episode()).isEqualTo(2);
    }

    private List<String> numbersFound(String keys) {
        JdbcClient jdbc = JdbcClient.create(database);
        SearchTerms terms = new SearchTerms(new JdbcTemplate(database), Rings.hashes(keys));
        return new CaseSearch(jdbc, record(BOTH), terms, Clock.systemUTC())
                        .find(
                                new CaseScope(List.of("north"), Set.of(), true),
                                CaseFilter.ofWords("mere"),
                                Optional.empty(),
                                10)
                        .stream()
                        .map(CaseFile::caseNumber)
                        .toList();
    }

    private CaseFiles record(String keys) {
        JdbcClient jdbc = JdbcClient.create(database);
        Sealing sealing = Rings.sealing(keys);
        Sites sites = new Sites(List.of(new Site("north", "NORTH", "North", ZoneId.of("UTC"), "GB")));
        Journal journal =
                new Journal(jdbc, new Json(new ObjectMapper()), Clock.systemUTC(), () -> "test", sealing, event -> {});
        SearchTerms terms = new SearchTerms(new JdbcTemplate(database), Rings.hashes(keys));
        return new CaseFiles(jdbc, journal, Clock.systemUTC(), sites, () -> "test", event -> {}, terms, sealing);
    }

    private static NewCase newCase(String prisonNumber) {
        return new NewCase(
                prisonNumber,
                "Mere Tautahi",
                LocalDate.of(1990, 1, 2),
                "north",
                LocalDate.of(2026, 1, 12),
                "remand",
                null,
                null,
                null);
    }
}
