package org.throughcare.monitoring.measures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.WebTest;
import org.throughcare.packs.PrintedFile;

/**
 * Women of whom a reader may not know change nothing in what she reads: no number, no list, no file, not the report. The
 * women of these tests count in every measure, and that they do is proved by those who may know of them.
 */
class WomenOfOthersTest extends WebTest {

    /** So many that they are not hidden as few, and more than one case manager may have. */
    private static final int WOMEN = 6;

    /** Sessions are not about women. */
    private static final Set<String> NOT_ABOUT_THEM = Set.of("sessions");

    /** Durations are counted at a time of their own, perhaps in the middle of a test; whose, is proved in FlowTest. */
    private static final String COUNTED_LATER = "phaseTimes";

    private static final List<String> BESIDE_MEASURES = List.of(
            "/api/measures/overview", "/api/measures/outcomes", "/api/measures/supervision", "/api/flow/finished");

    @Autowired
    JdbcClient jdbc;

    private final List<String> women = new ArrayList<>();

    @BeforeEach
    void readers() {
        person("others.manager", "manager");
        person("others.north", "supervisor.north");
        person("others.south", "supervisor.south");
        jdbc.sql(
                        """
                insert into staff_member (user_id, role, site, display_name, woman, working_pattern, active)
                values ('others.carer', 'caseManager', 'south', 'Carer of others', true, 'full', true)""")
                .update();
    }

    @AfterEach
    void theyWereNeverThere() {
        jdbc.sql("delete from act_ru_incident where id_ like 'others-%'").update();
        jdbc.sql("delete from staff_member where user_id = 'others.carer'").update();
        women.forEach(woman -> {
            jdbc.sql("delete from restricted_case where case_number = ?")
                    .param(woman)
                    .update();
            for (String table : List.of("release_outcome", "contact", "referral", "urgent_flag")) {
                jdbc.sql("delete from " + table + " where case_number = ?")
                        .param(woman)
                        .update();
            }
            jdbc.sql("update case_file set status = 'closed', case_manager = null where case_number = ?")
                    .param(woman)
                    .update();
        });
    }

    @Test
    void whatHappensAtOneSiteChangesNothingAtAnother() {
        Map<String, String> northBefore = everythingFor("others.north");
        Map<String, String> southBefore = everythingFor("others.south");

        severalWomenCountEverywhere();

        assertThat(everythingFor("others.north")).isEqualTo(northBefore);
        assertThat(changed(southBefore, everythingFor("others.south"))).isEqualTo(everyMeasureAboutThem());
    }

    @Test
    void restrictedWomenChangeNothingForWhoIsNotOnTheirList() {
        Map<String, String> managerBefore = everythingFor("others.manager");
        Map<String, String> southBefore = everythingFor("others.south");

        severalWomenCountEverywhere();
        women.forEach(this::restrict);

        assertThat(everythingFor("others.manager")).isEqualTo(managerBefore);
        assertThat(everythingFor("others.south")).isEqualTo(southBefore);
        women.forEach(woman -> jdbc.sql("insert into restricted_case_reader (case_number, user_id) values (?, ?)")
                .params(woman, "others.south")
                .update());
        assertThat(changed(southBefore, everythingFor("others.south"))).isEqualTo(everyMeasureAboutThem());
        assertThat(everythingFor("others.manager")).isEqualTo(managerBefore);
    }

    private void restrict(String woman) {
        jdbc.sql("insert into restricted_case (case_number, restricted_by, restricted_at) values (?, 'test', ?)")
                .params(woman, Timestamp.from(clock.instant()))
                .update();
    }

    private List<JsonNode> measures() {
        List<JsonNode> measures = new ArrayList<>();
        get("others.manager", "/api/measures").json().path("measures").forEach(measures::add);
        measures.removeIf(measure -> COUNTED_LATER.equals(measure.path("id").asText()));
        return measures;
    }

    private Set<String> everyMeasureAboutThem() {
        return measures().stream()
                .map(measure -> measure.path("id").asText())
                .filter(id -> !NOT_ABOUT_THEM.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The measures whose numbers, as page and as file, are others than before. */
    private Set<String> changed(Map<String, String> before, Map<String, String> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.get("report")).isNotEqualTo(before.get("report"));
        return measures().stream()
                .map(measure -> measure.path("id").asText())
                .filter(id -> List.of("", ".csv").stream()
                        .map(kind -> "/api/measures/" + id + kind)
                        .noneMatch(address -> after.get(address).equals(before.get(address))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that a reader of measures can ask for, by its address. */
    private Map<String, String> everythingFor(String reader) {
        List<String> addresses = new ArrayList<>(BESIDE_MEASURES);
        measures().forEach(measure -> {
            String address = "/api/measures/" + measure.path("id").asText();
            addresses.addAll(List.of(address, address + ".csv"));
            if (measure.path("hasCases").asBoolean()) {
                measure.path("values")
                        .forEach(value -> addresses.addAll(List.of(
                                address + "/cases?size=100&value="
                                        + value.path("key").asText(),
                                address + "/cases.csv?value="
                                        + value.path("key").asText())));
            }
        });
        Map<String, String> all = new LinkedHashMap<>();
        addresses.forEach(address -> {
            Answer answer = get(reader, address);
            assertThat(answer.status()).as(address).isEqualTo(200);
            all.put(address, answer.text());
        });
        all.put("report", report(reader));
        return all;
    }

    private String report(String reader) {
        try {
            byte[] file = HttpClient.newHttpClient()
                    .send(request(reader, "/api/measures/report.pdf").build(), BodyHandlers.ofByteArray())
                    .body();
            return PrintedFile.read("report-for-" + reader, file).text();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void severalWomenCountEverywhere() {
        LocalDate soon = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(20);
        for (int number = 0; number < WOMEN; number++) {
            counted(aWoman().at("south")
                    .releasedOn(soon)
                    .ownedBy("others.carer")
                    .admitted());
        }
        counted(aWoman().at("south").releasedOn(soon).admitted());
    }

    private void counted(String woman) {
        women.add(woman);
        ProcessInstance admission = start("admission", woman);
        runJobs();
        row(
                "act_ru_incident",
                Map.of(
                        "rev_",
                        1,
                        "id_",
                        "others-" + woman,
                        "incident_timestamp_",
                        ago(1),
                        "incident_type_",
                        "failedJob",
                        "proc_inst_id_",
                        admission.getId(),
                        "proc_def_id_",
                        admission.getProcessDefinitionId(),
                        "cause_incident_id_",
                        "others-" + woman));
        row(
                "urgent_flag",
                Map.ofEntries(
                        Map.entry("case_number", woman),
                        Map.entry("flag", "selfHarm"),
                        Map.entry("severity", "urgent"),
                        Map.entry("role", "healthcare"),
                        Map.entry("respond_by", ago(1)),
                        Map.entry("reason", "x"),
                        Map.entry("status", "open"),
                        Map.entry("raised_by", "x"),
                        Map.entry("raised_at", ago(2))));
        released(woman);
        referred(woman);
    }

    private void released(String woman) {
        row(
                "release_outcome",
                Map.ofEntries(
                        Map.entry("case_number", woman),
                        Map.entry("site", "south"),
                        Map.entry("track", "full"),
                        Map.entry("released_at", ago(100)),
                        Map.entry("met_at_gate", true),
                        Map.entry("papers", true),
                        Map.entry("medicines", true),
                        Map.entry("safe_place", true),
                        Map.entry("appointment", true),
                        Map.entry("first_contact_at", ago(99)),
                        Map.entry("ended_at", ago(40)),
                        Map.entry("ended_as", "returnedToCustody")));
        row(
                "contact",
                Map.of(
                        "case_number", woman,
                        "kind", "followUp",
                        "channel", "phone",
                        "due_at", ago(90),
                        "outcome", "kept",
                        "noted_by", "x"));
    }

    private void referred(String woman) {
        row(
                "referral",
                Map.ofEntries(
                        Map.entry("case_number", woman),
                        Map.entry("service", "gp"),
                        Map.entry("phase", "preRelease"),
                        Map.entry("timing", "now"),
                        Map.entry("owner_role", "caseManager"),
                        Map.entry("urgency", "soon"),
                        Map.entry("reason", "x"),
                        Map.entry("status", "booked"),
                        Map.entry("provider_id", "sisterCircle"),
                        Map.entry("opened_at", ago(30)),
                        Map.entry("updated_at", ago(30))));
        row(
                "referral_attempt",
                Map.of(
                        "referral_id",
                        jdbc.sql("select max(id) from referral")
                                .query(Long.class)
                                .single(),
                        "case_number",
                        woman,
                        "provider_id",
                        "sisterCircle",
                        "provider_name",
                        "x",
                        "sent_at",
                        ago(30),
                        "answer",
                        "accepted",
                        "answered_at",
                        ago(28)));
    }

    private Timestamp ago(int days) {
        return Timestamp.from(clock.instant().minus(Duration.ofDays(days)));
    }

    private void row(String table, Map<String, Object> columns) {
        List<String> names = List.copyOf(columns.keySet());
        jdbc.sql("insert into " + table + " (" + String.join(", ", names) + ") values ("
                        + names.stream().map(name -> "?").collect(Collectors.joining(", ")) + ")")
                .params(names.stream().map(columns::get).toList())
                .update();
    }
}
