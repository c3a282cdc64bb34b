package org.throughcare.monitoring.measures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.WebTest;
import org.throughcare.access.StaffGroups;

/** Who reads which numbers, lists and files: a manager everything, a supervisor her site, nobody else anything. */
class MeasureRightsTest extends WebTest {

    private static final List<String> GROUPS = List.of("overview", "flow", "outcomes", "supervision");

    /** Who has no business with measures: every other role of a site, of the estate, and of a provider. */
    private static final List<String> OTHERS = Stream.of(
                    StaffGroups.SITE_ROLES.stream()
                            .filter(role -> !role.equals(StaffGroups.SUPERVISOR))
                            .map(role -> StaffGroups.of(role, "north")),
                    StaffGroups.ESTATE_GROUPS.stream().filter(group -> !group.equals(StaffGroups.MANAGER)),
                    Stream.of(StaffGroups.ofProvider("harbourHouse")))
            .flatMap(Function.identity())
            .toList();

    private static final List<String> FLOW = List.of(
            "/api/flow/processes",
            "/api/flow/processes/admission/steps",
            "/api/flow/finished",
            "/api/flow/instances/any/path",
            "/api/flow/cases/NORTH-2026-0001/instances",
            "/api/flow/cases/NORTH-2026-0001/decisions");

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void readers() {
        person("measures.manager", "manager");
        person("measures.north", "supervisor.north");
        person("measures.south", "supervisor.south");
        OTHERS.forEach(group -> person("measures." + group, group));
    }

    private List<String> ids() {
        return StreamSupport.stream(
                        get("measures.manager", "/api/measures")
                                .json()
                                .path("measures")
                                .spliterator(),
                        false)
                .map(measure -> measure.path("id").asText())
                .toList();
    }

    private List<String> addresses() {
        List<String> addresses = new ArrayList<>(List.of("/api/measures", "/api/measures/report.pdf"));
        GROUPS.forEach(group -> addresses.add("/api/measures/" + group));
        ids().forEach(id -> addresses.addAll(List.of(
                "/api/measures/" + id,
                "/api/measures/" + id + ".csv",
                "/api/measures/" + id + "/cases",
                "/api/measures/" + id + "/cases.csv")));
        return addresses;
    }

    @Test
    void everyNumberListAndFileIsForManagersAndSupervisorsOnly() {
        List<String> all = Stream.concat(addresses().stream(), FLOW.stream()).toList();
        for (String address : all) {
            assertThat(get(null, address).status()).as(address).isEqualTo(401);
            for (String other : OTHERS) {
                Answer answer = get("measures." + other, address);
                assertThat(answer.status()).as(other + " " + address).isEqualTo(403);
                assertThat(answer.text()).as(other + " " + address).doesNotContain("rows", "cases\":", "items");
            }
            for (String reader : List.of("manager", "north")) {
                assertThat(get("measures." + reader, address).status())
                        .as(reader + " " + address)
                        .isIn(200, 404);
            }
        }
    }

    @Test
    void aSupervisorDoesNotReachTheOtherSiteByAnyAddress() {
        for (String address : addresses()) {
            if (!address.equals("/api/measures")) {
                assertThat(get("measures.north", address + "?site=south").status())
                        .as(address)
                        .isEqualTo(403);
            }
        }
        assertThat(get("measures.north", "/api/measures").json().path("sites")).hasSize(1);
        assertThat(get("measures.manager", "/api/measures").json().path("sites").size())
                .isGreaterThan(1);
    }

    @Test
    void twoSitesDoNotSeeEachOther() {
        String north = aWoman().at("north").onTrack("veryShort").admitted();
        String south = aWoman().at("south").onTrack("veryShort").admitted();
        for (String id : ids()) {
            for (String kind : List.of("", ".csv", "/cases?size=100", "/cases.csv")) {
                String address = "/api/measures/" + id + kind;
                assertThat(get("measures.north", address).text()).as(address).doesNotContain(south);
                assertThat(get("measures.south", address).text()).as(address).doesNotContain(north);
            }
        }
        String list = "/api/measures/womenByPhase/cases.csv?phase=admission&track=veryShort";
        assertThat(get("measures.north", list).text()).contains(north).doesNotContain(south);
        assertThat(get("measures.south", list).text()).contains(south).doesNotContain(north);
        assertThat(get("measures.manager", list).text()).contains(north, south);
        assertThat(get("measures.manager", list + "&site=south").text())
                .contains(south)
                .doesNotContain(north);
    }

    @Test
    void aRestrictedCaseCountsForThePeopleOnItsListOnly() {
        String restricted = aWoman().at("north").onTrack("veryShort").admitted();
        int before = veryShortInAdmission("measures.north");
        jdbc.sql("insert into restricted_case (case_number, restricted_by, restricted_at) values (?, 'x', now())")
                .param(restricted)
                .update();

        assertThat(veryShortInAdmission("measures.north")).isEqualTo(before - 1);
        for (String id : ids()) {
            for (String kind : List.of("", ".csv", "/cases?size=100", "/cases.csv")) {
                assertThat(get("measures.manager", "/api/measures/" + id + kind).text())
                        .doesNotContain(restricted);
            }
        }
        jdbc.sql("insert into restricted_case_reader (case_number, user_id) values (?, 'measures.north')")
                .param(restricted)
                .update();
        assertThat(veryShortInAdmission("measures.north")).isEqualTo(before);
        jdbc.sql("delete from restricted_case where case_number = ?")
                .param(restricted)
                .update();
    }

    private int veryShortInAdmission(String reader) {
        int women = 0;
        JsonNode measures = get(reader, "/api/measures/overview").json().path("measures");
        JsonNode byPhase = StreamSupport.stream(measures.spliterator(), false)
                .filter(measure -> measure.path("id").asText().equals("womenByPhase"))
                .findFirst()
                .orElseThrow();
        for (JsonNode row : byPhase.path("rows")) {
            if (row.at("/of/track/code").asText().equals("veryShort")
                    && row.at("/of/phase/code").asText().equals("admission")) {
                women += row.at("/values/women").asInt();
            }
        }
        int listed = get(reader, "/api/measures/womenByPhase/cases?phase=admission&track=veryShort")
                .json()
                .path("total")
                .asInt();
        assertThat(listed).as("the list has as many as the number says").isEqualTo(women);
        return women;
    }

    @Test
    void aWrongQuestionIsToldSo() {
        assertThat(get("measures.manager", "/api/measures/nothing").status()).isEqualTo(404);
        assertThat(get("measures.manager", "/api/measures/womenByPhase?from=yesterday")
                        .status())
                .isEqualTo(400);
        assertThat(get("measures.manager", "/api/measures/outcomes?from=2026-02-01&to=2026-01-01")
                        .status())
                .isEqualTo(400);
        assertThat(get("measures.manager", "/api/measures/womenByPhase/cases?value=men")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nothingInAFileIsTakenForAFormula() {
        assertThat(MeasureFiles.safe("=HYPERLINK(\"x\")")).isEqualTo("'=HYPERLINK(\"x\")");
        assertThat(MeasureFiles.safe("  @SUM(A1)")).isEqualTo("'  @SUM(A1)");
        assertThat(MeasureFiles.safe("\t+1")).isEqualTo("'\t+1");
        assertThat(MeasureFiles.safe("-2+3")).isEqualTo("'-2+3");
        assertThat(MeasureFiles.safe(-2)).isEqualTo(-2);
        assertThat(MeasureFiles.safe("NOR-2026-0001")).isEqualTo("NOR-2026-0001");
        String file = get("measures.manager", "/api/measures/womenByPhase.csv").text();
        assertThat(file).startsWith("\uFEFFPhase (code),Phase,Track (code),Track,Women\r\n");
    }
}
