package org.throughcare.monitoring.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
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
    final MeasureSql sql = new MeasureSql(jdbc, "jdbc:h2:mem:");
    private int women;
    private int rows;

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

    /** One more row of that table. */
    void row(String table, Map<String, ?> columns) {
        List<String> names = List.copyOf(columns.keySet());
        jdbc.sql("insert into " + table + " (" + String.join(", ", names) + ") values ("
                        + String.join(", ", names.stream().map(name -> "?").toList()) + ")")
                .params(names.stream().<Object>map(columns::get).toList())
                .update();
    }

    /** What is ready for her release. */
    void ready(String caseNumber, String... columns) {
        Map<String, Object> row = new HashMap<>(Map.of("case_number", caseNumber));
        List.of(columns).forEach(column -> row.put(column, true));
        row("release_readiness", row);
    }

    void flag(String caseNumber, String severity, String status, String respondBy) {
        row(
                "urgent_flag",
                Map.of(
                        "case_number",
                        caseNumber,
                        "flag",
                        "other",
                        "severity",
                        severity,
                        "role",
                        "healthcare",
                        "respond_by",
                        at(respondBy),
                        "reason",
                        "x",
                        "status",
                        status,
                        "raised_by",
                        "x",
                        "raised_at",
                        at("2026-01-12T08:00:00Z")));
    }

    void consent(String caseNumber, String kind, String answer, LocalDate until) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "case_number",
                caseNumber,
                "recipient",
                "communityTeam",
                "kind",
                kind,
                "answer",
                answer,
                "recorded_by",
                "x",
                "recorded_at",
                at("2026-01-01T08:00:00Z")));
        row.put("valid_until", until);
        row("consent", row);
    }

    /** A referral in that state; returns its number. */
    long referral(String caseNumber, String status, String provider) {
        row(
                "referral",
                Map.ofEntries(
                        Map.entry("case_number", caseNumber),
                        Map.entry("service", "gp"),
                        Map.entry("phase", "preRelease"),
                        Map.entry("timing", "now"),
                        Map.entry("owner_role", "caseManager"),
                        Map.entry("urgency", "soon"),
                        Map.entry("reason", "x"),
                        Map.entry("status", status),
                        Map.entry("provider_id", provider),
                        Map.entry("opened_at", at("2026-01-01T08:00:00Z")),
                        Map.entry("updated_at", at("2026-01-01T08:00:00Z"))));
        return jdbc.sql("select max(id) from referral").query(Long.class).single();
    }

    /** A process of that case. */
    String process(String caseNumber) {
        String id = "process-" + ++rows;
        row(
                "act_ru_execution",
                Map.of("id_", id, "proc_inst_id_", id, "business_key_", caseNumber, "suspension_state_", 1));
        return id;
    }

    /** A task of these groups in that process. */
    void task(String process, String due, String... groups) {
        String id = "task-" + ++rows;
        row(
                "act_ru_task",
                Map.of(
                        "id_",
                        id,
                        "proc_inst_id_",
                        process,
                        "due_date_",
                        at(due).toLocalDateTime(),
                        "suspension_state_",
                        1));
        List.of(groups)
                .forEach(group -> row(
                        "act_ru_identitylink",
                        Map.of("id_", "link-" + ++rows, "type_", "candidate", "task_id_", id, "group_id_", group)));
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
