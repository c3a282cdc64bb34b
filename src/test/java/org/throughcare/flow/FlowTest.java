package org.throughcare.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.WebTest;
import org.throughcare.decisions.Decisions;

/** How long steps take and where cases wait, for who may know it. */
class FlowTest extends WebTest {

    private static final String SCREEN = "UserTask_ScreenAtReception";
    private static final String STEPS = "/api/flow/processes/admission/steps";
    private static final String MARCH = "?from=2031-03-01&to=2031-03-31";
    private static final Instant IN_MARCH = Instant.parse("2031-03-20T12:00:00Z");

    @Autowired
    private StepTimes times;

    @Autowired
    private Decisions decisions;

    @Autowired
    private JdbcClient jdbc;

    private PastOfTest past;

    @BeforeEach
    void people() {
        past = new PastOfTest(jdbc);
        person("flow.manager", "manager");
        person("flow.north", "supervisor.north");
        person("flow.south", "supervisor.south");
        person("flow.caseManager", "caseManager.north");
    }

    @AfterEach
    void nothingHappened() {
        past.forget();
        jdbc.sql("delete from restricted_case").update();
        times.count();
    }

    private String finished(String site, String track, int days) {
        String woman = aWoman().at(site).onTrack(track).admitted();
        String admission = past.process("admission", woman, IN_MARCH, Duration.ofDays(days));
        past.step(admission, "admission", SCREEN, IN_MARCH, Duration.ofDays(days), false);
        return woman;
    }

    @Test
    void medianAndNinetiethPercentileAreThoseCountedByHand() {
        List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 30).forEach(days -> finished("north", "full", days));
        finished("south", "full", 90);
        past.step(
                past.process(
                        "admission", aWoman().admitted(), IN_MARCH.plus(Duration.ofDays(30)), Duration.ofDays(500)),
                "admission",
                SCREEN,
                IN_MARCH,
                Duration.ofDays(500),
                true);
        times.count();

        JsonNode north = screen("flow.manager", MARCH + "&site=north");
        assertThat(north.path("done").asInt()).isEqualTo(10);
        assertThat(north.path("medianDays").asDouble()).isEqualTo(5.5);
        assertThat(north.path("p90Days").asDouble()).isEqualTo(9);
        assertThat(north.path("name").asText()).isNotBlank().isNotEqualTo(SCREEN);

        JsonNode all = screen("flow.manager", MARCH);
        assertThat(all.path("done").asInt()).isEqualTo(11);
        assertThat(all.path("medianDays").asDouble()).isEqualTo(6);
        assertThat(all.path("p90Days").asDouble()).isEqualTo(30);
    }

    @Test
    void stepsAreCountedByTrackAndMonthAndTwiceIsOnce() {
        finished("north", "remand", 1);
        finished("north", "full", 11);
        times.count();
        times.count();

        assertThat(screen("flow.manager", MARCH + "&track=remand").path("done").asInt())
                .isEqualTo(1);
        assertThat(screen("flow.manager", MARCH + "&track=remand")
                        .path("medianDays")
                        .asDouble())
                .isEqualTo(1);
        assertThat(screen("flow.manager", MARCH).path("done").asInt()).isEqualTo(2);
        assertThat(screen("flow.manager", "?from=2031-04-01&to=2031-04-30").isMissingNode())
                .isTrue();
    }

    @Test
    void aSupervisorReadsTheFlowOfHerSiteOnly() {
        finished("north", "full", 1);
        finished("south", "full", 3);
        finished("south", "full", 3);
        times.count();

        assertThat(screen("flow.north", MARCH).path("done").asInt()).isEqualTo(1);
        assertThat(screen("flow.south", MARCH).path("done").asInt()).isEqualTo(2);
        assertThat(get("flow.south", STEPS + MARCH + "&site=north").status()).isEqualTo(403);
        assertThat(get("flow.caseManager", STEPS).status()).isEqualTo(403);
        assertThat(get("flow.caseManager", "/api/flow/processes").status()).isEqualTo(403);
        assertThat(get("flow.caseManager", "/api/flow/finished").status()).isEqualTo(403);
    }

    @Test
    void aRestrictedCaseIsCountedNowhereAlsoWhenItIsRestrictedLater() {
        String woman = finished("north", "full", 3);
        finished("north", "full", 5);
        times.count();
        assertThat(screen("flow.manager", MARCH).path("done").asInt()).isEqualTo(2);

        restrict(woman);
        times.count();

        assertThat(screen("flow.manager", MARCH).path("done").asInt()).isEqualTo(1);
        assertThat(get("flow.manager", "/api/flow/finished?query=" + woman)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(get("flow.manager", "/api/flow/cases/" + woman + "/instances")
                        .status())
                .isEqualTo(404);
        assertThat(get("flow.manager", "/api/flow/cases/" + woman + "/decisions")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void casesWaitWhereTheyAreAndTheLongestIsKnown() {
        int before = waiting();
        String woman = aWoman().admitted();
        String other = aWoman().admitted();
        start("admission", woman);
        runJobs();
        clock.freezeAt(START.plus(Duration.ofDays(2)));
        start("admission", other);
        runJobs();
        clock.freezeAt(START.plus(Duration.ofDays(5)));

        JsonNode meeting = step("flow.manager", "", "UserTask_MeetOnArrival");
        assertThat(meeting.path("waitingNow").asInt()).isEqualTo(before + 2);
        assertThat(meeting.path("longestWaitDays").asDouble()).isGreaterThanOrEqualTo(5);

        restrict(woman);
        assertThat(waiting()).isEqualTo(before + 1);
    }

    private int waiting() {
        return step("flow.manager", "", "UserTask_MeetOnArrival")
                .path("waitingNow")
                .asInt();
    }

    @Test
    void finishedProcessesAreListedAndFoundByTheirCaseNumber() {
        String woman = finished("north", "full", 3);
        finished("north", "full", 3);
        String path = "/api/flow/finished?process=admission&from=2031-03-20&to=2031-03-20&query=";

        JsonNode found = get("flow.north", path + woman.toLowerCase(java.util.Locale.ROOT))
                .json();
        assertThat(found.path("items")).hasSize(1);
        assertThat(found.path("items").get(0).path("caseNumber").asText()).isEqualTo(woman);
        assertThat(found.path("items").get(0).path("endState").asText()).isEqualTo("COMPLETED");
        assertThat(get("flow.north", path + "&size=1").json().path("more").asBoolean())
                .isTrue();
        assertThat(get("flow.south", path + woman).json().path("items")).isEmpty();
        assertThat(get("flow.north", path + "%25").json().path("items")).isEmpty();
    }

    @Test
    void thePathOfACaseHasTheWaysItTookAndNoOther() {
        String woman = aWoman().admitted();
        String id = start("admission", woman).getId();
        runJobs();

        JsonNode path = get("flow.north", "/api/flow/instances/" + id + "/path").json();

        List<String> reached = texts(path.path("activities"), "activityId");
        assertThat(reached).contains("UserTask_MeetOnArrival");
        assertThat(path.path("flows").size()).isPositive();
        assertThat(path.path("definitionId").asText()).startsWith("admission:");
        assertThat(get("flow.south", "/api/flow/instances/" + id + "/path").status())
                .isEqualTo(404);
        assertThat(get("flow.caseManager", "/api/flow/instances/" + id + "/path")
                        .status())
                .isEqualTo(403);
        assertThat(get("flow.manager", "/api/flow/instances/nothing/path").status())
                .isEqualTo(404);
        assertThat(texts(
                        get("flow.north", "/api/flow/cases/" + woman + "/instances")
                                .json(),
                        "processKey"))
                .contains("admission");
    }

    @Test
    void aDecisionTellsItsTableAndRuleAndNothingOfHerHealth() {
        String woman = aWoman().admitted();
        decisions.decide(
                "caseManagementStart",
                woman,
                Map.of("track", "full", "farFromHome", true, "childrenInCare", false, "complexityOfNeed", "low"));
        decisions.decide("panelMembers", woman, Map.of());

        String told =
                get("flow.manager", "/api/flow/cases/" + woman + "/decisions").text();
        JsonNode made =
                get("flow.manager", "/api/flow/cases/" + woman + "/decisions").json();

        assertThat(made.get(0).path("decision").asText()).isEqualTo("panelMembers");
        assertThat(made.get(0).has("rules")).isFalse();
        assertThat(made.get(1).path("rules").get(0).path("id").asText()).isEqualTo("Rule_fullFarFromHome");
        assertThat(made.get(1).at("/rules/0/annotation").asText()).contains("released a great distance from home");
        assertThat(made.get(1).path("version").asInt()).isPositive();
        assertThat(told).doesNotContain("inputs", "complexityOfNeed");
        assertThat(get("flow.south", "/api/flow/cases/" + woman + "/decisions").status())
                .isEqualTo(404);
    }

    @Test
    void theMeasuresTellTheSame() {
        List.of(2, 4, 9).forEach(days -> finished("north", "full", days));
        finished("south", "full", 50);
        times.count();
        JsonNode row = get("flow.north", "/api/measures/phaseTimes" + MARCH)
                .json()
                .path("rows")
                .get(0);
        assertThat(row.path("of").path("phase").path("code").asText()).isEqualTo("admission");
        assertThat(row.path("of").path("month").path("label").asText()).isEqualTo("2031-03");
        assertThat(row.path("values").path("median").asDouble()).isEqualTo(4);
        assertThat(row.path("values").path("p90").asDouble()).isEqualTo(9);
        assertThat(row.path("values").path("women").asInt()).isEqualTo(3);

        String woman = aWoman().admitted();
        start("admission", woman);
        runJobs();
        String behind = "/api/measures/waiting/cases?process=admission&step=UserTask_MeetOnArrival";
        assertThat(texts(get("flow.north", behind).json().path("cases"), "caseNumber"))
                .contains(woman);
        assertThat(texts(get("flow.south", behind).json().path("cases"), "caseNumber"))
                .doesNotContain(woman);
        assertThat(get("flow.north", "/api/measures/flow").text()).contains("Meet");
    }

    private void restrict(String caseNumber) {
        jdbc.sql("insert into restricted_case (case_number, restricted_by, restricted_at) values (?, 'test', ?)")
                .params(caseNumber, java.sql.Timestamp.from(clock.instant()))
                .update();
    }

    private JsonNode screen(String reader, String question) {
        return step(reader, question, SCREEN);
    }

    private JsonNode step(String reader, String question, String step) {
        Answer answer = get(reader, STEPS + question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return StreamSupport.stream(answer.json().spliterator(), false)
                .filter(found -> found.path("activityId").asText().equals(step))
                .findFirst()
                .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(node -> node.path(field).asText())
                .toList();
    }
}
