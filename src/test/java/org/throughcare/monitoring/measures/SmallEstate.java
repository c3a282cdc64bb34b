package org.throughcare.monitoring.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.throughcare.EmptyRecord;
import org.throughcare.sites.Site;

/**
 * A population that can be counted by hand, in a database of its own: two sites, one of them half a day ahead of the other.
 * It is Monday, 12 January 2026, 13:00 in the north, and already Tuesday in the south.
 */
class SmallEstate {

    static final Instant NOW = Instant.parse("2026-01-12T13:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 1, 12);
    static final Site NORTH = new Site("north", "NOR", "Northgate", ZoneId.of("Europe/London"), "GB");
    static final Site SOUTH = new Site("south", "SOU", "Southbay", ZoneId.of("Pacific/Auckland"), "NZ");

    final DataSource database = EmptyRecord.make();
    final JdbcClient jdbc = JdbcClient.create(database);
    final MeasureSql sql = new MeasureSql(jdbc);
    private int women;

    SmallEstate() {
        new ResourceDatabasePopulator(
                        new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.h2.create.engine.sql"))
                .execute(database);
    }

    /** An open case, changed as the test says; returns its number. */
    String woman(Site site, String phase, Map<String, ?> columns) {
        String caseNumber = site.code() + "-2026-%04d".formatted(++women);
        jdbc.sql(
                        """
                insert into case_file (case_number, prison_number, prison_number_hash, site, status, phase, legal_status,
                  admission_date, episode, woman_name, date_of_birth, search_key, opened_at)
                values (?, 'x', 'x', ?, 'open', ?, 'x', date '2025-01-01', 1, 'x', 'x', 'x', timestamp '2025-01-01 09:00:00')""")
                .params(caseNumber, site.id(), phase)
                .update();
        columns.forEach((column, value) -> jdbc.sql("update case_file set " + column + " = ? where case_number = ?")
                .params(value, caseNumber)
                .update());
        return caseNumber;
    }

    static OffsetDateTime at(String moment) {
        return OffsetDateTime.ofInstant(Instant.parse(moment), ZoneOffset.UTC);
    }

    static Scope everything() {
        return scope(List.of(NORTH, SOUTH), Set.of());
    }

    static Scope at(Site site) {
        return scope(List.of(site), Set.of());
    }

    static Scope hiding(String caseNumber) {
        return scope(List.of(NORTH, SOUTH), Set.of(caseNumber));
    }

    private static Scope scope(List<Site> sites, Set<String> hidden) {
        return new Scope(
                sites,
                sites.size() == 1 ? Optional.of(sites.get(0).id()) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW,
                hidden);
    }

    /** The rows in short: {@code admission remand: 2}. */
    static List<String> told(Measure measure, Scope scope) {
        return measure.rows(scope).stream()
                .map(row -> String.join(" ", row.of().values()) + ": "
                        + String.join(
                                " ",
                                row.values().values().stream()
                                        .map(String::valueOf)
                                        .toList()))
                .toList();
    }
}
