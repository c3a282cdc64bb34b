package org.throughcare.decisions.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.WebTest;
import org.throughcare.decisions.Decisions;
import org.throughcare.engine.TableVersions;

/** Analysts change a table, see whom it would touch, and another person releases it. */
class WorkbenchIT extends WebTest {

    private static final String TABLE = "caseManagementStart";
    private static final String PATH = "/api/decisions/" + TABLE;
    private static final String FIVE = "<text>5</text>";

    @Autowired
    TableVersions tables;

    @Autowired
    Decisions decisions;

    @Autowired
    RuleCounts counts;

    @Autowired
    PackagedTables packaged;

    @Autowired
    JdbcClient jdbc;

    private String packagedText;

    @BeforeEach
    void peopleAndAFreshTable() {
        person("ana", "analyst");
        person("bea", "analyst");
        person("max", "manager");
        person("cora", "caseManager.north");
        packagedText = tables.packaged(TABLE).orElseThrow();
    }

    @AfterEach
    void theTableAsItCame() {
        List.of("table_draft", "table_proposal", "golden_cases", "packaged_table_settled", "impact_run")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        if (!live().equals(packagedText)) {
            tables.deploy(TABLE, packagedText);
        }
    }

    private String live() {
        return tables.text(tables.newest(TABLE).orElseThrow());
    }

    /** Six months instead of five for women far from home with a long sentence. */
    private String sixMonthsFarFromHome() {
        int rule = packagedText.indexOf("Rule_fullFarFromHome");
        int five = packagedText.indexOf(FIVE, rule);
        return packagedText.substring(0, five) + "<text>6</text>" + packagedText.substring(five + FIVE.length());
    }

    private int version() {
        return tables.newest(TABLE).orElseThrow().version();
    }

    private JsonNode draft(String who, String xml) {
        return put(who, PATH + "/draft", Map.of("xml", xml, "baseVersion", version(), "revision", 0))
                .json();
    }

    private JsonNode propose(String who, String reason) {
        Answer answer = post(who, PATH + "/proposals", Map.of("ref", "draft", "reason", reason));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private Answer answer(String who, long proposal, String answer) {
        return submit(who, proposal, "UserTask_ApproveTableChange", answer);
    }

    private Answer approveFrom(String who, long proposal, String day) {
        return submit(
                who,
                proposal,
                "UserTask_ApproveTableChange",
                "approve",
                Map.of("tableReleaseDay", Map.of("value", day)));
    }

    private Answer submit(String who, long proposal, String task, String answer) {
        return submit(who, proposal, task, answer, Map.of());
    }

    private Answer submit(String who, long proposal, String task, String answer, Map<String, ?> more) {
        Map<String, Object> answers = new HashMap<>(more);
        answers.put("tableAnswer", Map.of("value", answer));
        answers.put("tableAnswerReason", Map.of("value", "Agreed in the Tuesday meeting."));
        String id = task(TableChanges.businessKey(proposal), task).getId();
        return post(who, "/engine-rest/task/" + id + "/submit-form", Map.of("variables", answers));
    }

    private JsonNode proposal(long id) {
        return get("max", "/api/decisions/proposals/" + id).json();
    }

    @Test
    void anAnalystSeesEveryTableAndWhereItIsUsed() {
        JsonNode list = get("ana", "/api/decisions").json();

        assertThat(list.path("decisions")).hasSizeGreaterThanOrEqualTo(18);
        JsonNode line = line(list, TABLE);
        assertThat(line.path("usedIn").findValuesAsText("process")).contains("journey");
        assertThat(line(list, "journeyTrack").path("source").asText()).isEqualTo("packaged");
        assertThat(line.path("rules").asInt()).isEqualTo(10);
        assertThat(list.path("mayEdit").asBoolean()).isTrue();
        assertThat(list.path("decisions")).allSatisfy(table -> assertThat(table.path("usedIn"))
                .as(table.path("id").asText())
                .isNotEmpty());
        JsonNode one = get("ana", PATH).json();
        assertThat(one.path("inputs").findValuesAsText("name")).contains("farFromHome", "complexityOfNeed");
        assertThat(one.path("xml").asText()).isEqualTo(packagedText);
    }

    private static JsonNode line(JsonNode list, String id) {
        for (JsonNode line : list.path("decisions")) {
            if (line.path("id").asText().equals(id)) {
                return line;
            }
        }
        throw new AssertionError("No table " + id);
    }

    @Test
    void whichTableFeedsWhichIsAPicture() {
        String picture = get("max", "/api/decisions/requirements").text();

        assertThat(picture).contains("Requirement_journeyTrack_caseManagementStart", "Shape_urgentFlags", "DMNEdge");
    }

    @Test
    void staffSeeNoTablesAndManagersChangeNone() {
        assertThat(get("cora", "/api/decisions").status()).isEqualTo(403);
        assertThat(get(null, "/api/decisions").status()).isEqualTo(401);
        assertThat(get("max", PATH).status()).isEqualTo(200);
        assertThat(put("max", PATH + "/draft", Map.of("xml", packagedText, "baseVersion", 1, "revision", 0))
                        .status())
                .isEqualTo(403);
        assertThat(post("max", PATH + "/proposals", Map.of("ref", "1", "reason", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aDraftThatWasSavedElsewhereIsNotOverwritten() {
        assertThat(draft("ana", packagedText).path("revision").asInt()).isEqualTo(1);
        assertThat(put("ana", PATH + "/draft", Map.of("xml", sixMonthsFarFromHome(), "baseVersion", 1, "revision", 1))
                        .json()
                        .path("revision")
                        .asInt())
                .isEqualTo(2);

        Answer second = put("ana", PATH + "/draft", Map.of("xml", packagedText, "baseVersion", 1, "revision", 1));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("revision").asInt()).isEqualTo(2);
        assertThat(get("ana", PATH).json().path("draft").path("xml").asText()).isEqualTo(sixMonthsFarFromHome());
    }

    @Test
    void twoAnalystsSeeEachOthersDraftsAndCompareThem() {
        draft("ana", packagedText);
        draft("bea", sixMonthsFarFromHome());

        assertThat(get("ana", PATH).json().path("drafts").findValuesAsText("author"))
                .containsExactly("bea");
        JsonNode difference =
                get("ana", PATH + "/difference?from=draft&to=draft:bea").json();
        assertThat(difference.path("rules")).hasSize(1);
        JsonNode rule = difference.path("rules").get(0);
        assertThat(rule.path("change").asText()).isEqualTo("changed");
        assertThat(rule.path("rowTo").asInt()).isEqualTo(8);
        assertThat(rule.path("cells").get(0).path("column").asText()).isEqualTo("leadMonths");
        assertThat(rule.path("cells").get(0).path("from").asText()).isEqualTo("5");
        assertThat(rule.path("cells").get(0).path("to").asText()).isEqualTo("6");
        assertThat(difference.path("outcomes")).isNotEmpty().allSatisfy(outcome -> assertThat(
                        outcome.path("inputs").path("farFromHome").asBoolean())
                .isTrue());
        assertThat(difference.path("outcomesComplete").asBoolean()).isTrue();
    }

    @Test
    void aQuestionToADraftLightsUpItsRule() {
        JsonNode answer = post(
                        "ana",
                        PATH + "/try",
                        Map.of(
                                "xml",
                                sixMonthsFarFromHome(),
                                "inputs",
                                Map.of("track", "full", "farFromHome", true, "complexityOfNeed", "low")))
                .json();

        assertThat(answer.path("rules").get(0).path("id").asText()).isEqualTo("Rule_fullFarFromHome");
        assertThat(answer.path("outputs").get(0).path("leadMonths").asInt()).isEqualTo(6);
    }

    @Test
    void goldenCasesRunOnEachCheckAndFailWhenTheTableSaysOtherwise() {
        JsonNode checked = post("ana", PATH + "/check", Map.of("xml", sixMonthsFarFromHome()))
                .json();

        assertThat(checked.path("mayBeProposed").asBoolean()).isFalse();
        assertThat(checked.path("goldenCases")).anySatisfy(golden -> {
            assertThat(golden.path("ok").asBoolean()).isFalse();
            assertThat(golden.path("expected").get(0).path("leadMonths").asInt())
                    .isEqualTo(5);
            assertThat(golden.path("got").get(0).path("leadMonths").asInt()).isEqualTo(6);
        });
    }

    @Test
    void aGapAndAnOverlapAreShownByAnExampleAndTheirRules() {
        int rule = packagedText.indexOf("Rule_fullFarFromHome");
        int full = packagedText.indexOf("<text>\"full\"</text>", rule);
        String gap = packagedText.substring(0, full) + "<text>\"short\"</text>"
                + packagedText.substring(full + "<text>\"full\"</text>".length());

        JsonNode checked = post("ana", PATH + "/check", Map.of("xml", gap)).json();

        assertThat(checked.path("mayBeProposed").asBoolean()).isFalse();
        assertThat(checked.path("findings"))
                .anySatisfy(finding -> {
                    assertThat(finding.path("kind").asText()).isEqualTo("gap");
                    assertThat(finding.path("example").path("track").asText()).isEqualTo("full");
                })
                .anySatisfy(finding -> {
                    assertThat(finding.path("kind").asText()).isEqualTo("overlap");
                    assertThat(finding.path("ruleIds"))
                            .extracting(JsonNode::asText)
                            .contains("Rule_fullFarFromHome");
                });
        assertThat(post("ana", PATH + "/check", Map.of("xml", packagedText))
                        .json()
                        .path("mayBeProposed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void goldenCasesAreEditedAsAGridAndAsCsv() {
        JsonNode before = get("ana", PATH + "/golden-cases").json();
        assertThat(before.path("revision").asInt()).isZero();
        assertThat(before.path("cases")).isNotEmpty();

        Answer grid = put(
                "ana",
                PATH + "/golden-cases",
                Map.of(
                        "revision",
                        0,
                        "cases",
                        List.of(Map.of(
                                "name",
                                "Far from home",
                                "inputs",
                                Map.of("track", "full", "farFromHome", true),
                                "outputs",
                                List.of(Map.of("leadMonths", 5))))));
        assertThat(grid.status()).as(grid.text()).isEqualTo(200);
        assertThat(grid.json().path("revision").asInt()).isEqualTo(1);
        assertThat(get("bea", PATH + "/golden-cases.csv").text())
                .contains("case,track,farFromHome")
                .contains("Far from home,full,true");

        assertThat(csv("ana", "case,planet,expected: leadMonths\nx,earth,5\n")
                        .json()
                        .path("detail")
                        .asText())
                .contains("no input planet");
        assertThat(csv("ana", "case,farFromHome,expected: leadMonths\nx,maybe,5\n")
                        .json()
                        .path("detail")
                        .asText())
                .contains("Line 2, column farFromHome");
        assertThat(get("ana", PATH + "/golden-cases").json().path("cases")).hasSize(1);
        assertThat(csv("ana", "case,track,expected: leadMonths\nRemand,remand,0\nShort,short,3\n")
                        .json()
                        .path("cases"))
                .hasSize(2);
    }

    @Test
    void aGoldenCaseExpectsAValueOrNothingOrAnything() {
        draft("ana", packagedText.replaceFirst("<text>\"Far from home[^<]*</text>", "<text></text>"));
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("reason", null);
        Answer kept = put(
                "ana",
                PATH + "/golden-cases",
                Map.of(
                        "revision",
                        0,
                        "cases",
                        List.of(
                                golden(
                                        "Nothing where the rule says nothing",
                                        Map.of("track", "short", "farFromHome", true),
                                        nothing),
                                golden("Nothing, though the rule gives a reason", Map.of("track", "remand"), nothing),
                                golden("Any reason", Map.of("track", "remand"), Map.of("leadMonths", 0)))));
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);

        String csv = get("ana", PATH + "/golden-cases.csv").text();
        assertThat(csv).contains("expected: reason leadMonths", ",- *\n", ",* 0\n");
        JsonNode read = get("ana", PATH + "/golden-cases").json().path("cases");
        assertThat(read.get(0).path("outputs").get(0).path("reason").isNull()).isTrue();
        assertThat(read.get(2).path("outputs").get(0).has("reason")).isFalse();
        JsonNode checked = post(
                        "ana",
                        PATH + "/check",
                        Map.of(
                                "xml",
                                get("ana", PATH)
                                        .json()
                                        .path("draft")
                                        .path("xml")
                                        .asText()))
                .json()
                .path("goldenCases");
        assertThat(checked).extracting(golden -> golden.path("ok").asBoolean()).containsExactly(true, false, true);
    }

    private static Map<String, Object> golden(String name, Map<String, Object> inputs, Map<String, Object> output) {
        return Map.of("name", name, "inputs", inputs, "outputs", List.of(output));
    }

    private Answer csv(String who, String lines) {
        return send(request(who, PATH + "/golden-cases.csv")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(lines)));
    }

    private void goldenCasesOfSixMonths() {
        String csv = get("ana", PATH + "/golden-cases.csv").text();
        List<String> lines = new ArrayList<>();
        csv.lines()
                .forEach(line -> lines.add(
                        line.contains("full,true") && line.endsWith(",5")
                                ? line.substring(0, line.length() - 1) + "6"
                                : line));
        Answer kept = csv("ana", String.join("\n", lines) + "\n");
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    }

    private JsonNode proposed() {
        draft("ana", sixMonthsFarFromHome());
        goldenCasesOfSixMonths();
        return propose("ana", "Services in other districts answer more slowly than we thought.");
    }

    @Test
    void aChangeThatAnotherPersonApprovesDecidesTheNextCase() {
        Map<String, Object> farFromHome = new HashMap<>(Map.of("track", "full", "farFromHome", true));
        assertThat(decisions.ask(TABLE, farFromHome).only().get("leadMonths")).isEqualTo(5);
        long id = proposed().path("id").asLong();
        assertThat(groupsOf(task(TableChanges.businessKey(id), "UserTask_ApproveTableChange")))
                .containsExactlyInAnyOrder("analyst", "manager");
        assertThat(decisions.ask(TABLE, farFromHome).only().get("leadMonths")).isEqualTo(5);

        assertThat(answer("max", id, "approve").status()).isEqualTo(204);
        runJobs();

        assertThat(decisions.ask(TABLE, farFromHome).only().get("leadMonths")).isEqualTo(6);
        JsonNode shown = proposal(id);
        assertThat(shown.path("state").asText()).isEqualTo("released");
        assertThat(shown.path("decidedBy").asText()).isEqualTo("max");
        assertThat(shown.path("answer").asText()).isEqualTo("Agreed in the Tuesday meeting.");
        JsonNode newest = get("bea", PATH).json().path("versions").get(0);
        assertThat(newest.path("author").asText()).isEqualTo("ana");
        assertThat(newest.path("approver").asText()).isEqualTo("max");
        assertThat(newest.path("reason").asText()).startsWith("Services in other districts");
        assertThat(get("ana", PATH).json().path("draft").isObject()).isFalse();
        assertThat(post("bea", PATH + "/check", Map.of("xml", live()))
                        .json()
                        .path("mayBeProposed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theGoldenCasesOfADraftBecomeTheTablesOnlyWithIt() {
        long id = proposed().path("id").asLong();

        assertThat(get("ana", PATH + "/golden-cases").json().path("ofDraft").asBoolean())
                .isTrue();
        assertThat(get("bea", PATH + "/golden-cases.csv").text())
                .isNotEqualTo(get("ana", PATH + "/golden-cases.csv").text());
        assertThat(post("bea", PATH + "/check", Map.of("xml", packagedText))
                        .json()
                        .path("mayBeProposed")
                        .asBoolean())
                .isTrue();
        assertThat(proposal(id).path("goldenCases"))
                .extracting(JsonNode::asText)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).endsWith(": Months before release 5 → Months before release 6"));
    }

    @Test
    void nobodyApprovesHerOwnChange() {
        long id = proposed().path("id").asLong();

        Answer own = answer("ana", id, "approve");

        assertThat(own.status()).isEqualTo(400);
        assertThat(own.text()).contains("another person");
        assertThat(proposal(id).path("state").asText()).isEqualTo("proposed");
        assertThat(live()).isEqualTo(packagedText);
        assertThat(answer("bea", id, "approve").status()).isEqualTo(204);
    }

    @Test
    void aChangeThatIsSentBackIsTheAuthorsToRead() {
        long id = proposed().path("id").asLong();

        assertThat(answer("bea", id, "sendBack").status()).isEqualTo(204);

        assertThat(proposal(id).path("state").asText()).isEqualTo("sentBack");
        assertThat(task(TableChanges.businessKey(id), "UserTask_ReadTableAnswer")
                        .getAssignee())
                .isEqualTo("ana");
        assertThat(live()).isEqualTo(packagedText);
        assertThat(get("ana", PATH).json().path("draft").path("xml").asText()).isEqualTo(sixMonthsFarFromHome());

        String read =
                task(TableChanges.businessKey(id), "UserTask_ReadTableAnswer").getId();
        assertThat(post("ana", "/engine-rest/task/" + read + "/submit-form", Map.of("variables", Map.of()))
                        .status())
                .isEqualTo(204);
        assertThat(openTasks(TableChanges.businessKey(id))).isEmpty();
    }

    @Test
    void aChangeWaitsForItsDay() {
        draft("ana", sixMonthsFarFromHome());
        goldenCasesOfSixMonths();
        long id = post(
                        "ana",
                        PATH + "/proposals",
                        Map.of(
                                "ref",
                                "draft",
                                "reason",
                                "From next week on.",
                                "effectiveAt",
                                START.plus(Duration.ofDays(7)).toString()))
                .json()
                .path("id")
                .asLong();
        answer("max", id, "approve");

        advance(Duration.ofDays(6));
        assertThat(proposal(id).path("state").asText()).isEqualTo("approved");
        assertThat(live()).isEqualTo(packagedText);

        advance(Duration.ofDays(1));
        assertThat(proposal(id).path("state").asText()).isEqualTo("released");
        assertThat(live()).isEqualTo(sixMonthsFarFromHome());
    }

    @Test
    void whoApprovesChoosesTheDay() {
        long id = proposed().path("id").asLong();
        assertThat(approveFrom("max", id, "2026-01-11").text()).contains("tableReleaseDay", "lies in the past");
        assertThat(proposal(id).path("state").asText()).isEqualTo("proposed");

        assertThat(approveFrom("max", id, "2026-01-15").status()).isEqualTo(204);

        assertThat(proposal(id).path("effectiveAt").asText()).isEqualTo("2026-01-15T00:00:00Z");
        advanceTo(Instant.parse("2026-01-14T23:59:59Z"));
        assertThat(proposal(id).path("state").asText()).isEqualTo("approved");
        assertThat(live()).isEqualTo(packagedText);
        advanceTo(Instant.parse("2026-01-15T00:00:00Z"));
        assertThat(proposal(id).path("state").asText()).isEqualTo("released");
        assertThat(live()).isEqualTo(sixMonthsFarFromHome());
    }

    @Test
    void whoProposedItTakesItBackWhileItIsNotLive() {
        long id = proposed().path("id").asLong();

        assertThat(delete("bea", "/api/decisions/proposals/" + id).status()).isEqualTo(403);
        assertThat(delete("ana", "/api/decisions/proposals/" + id).status()).isEqualTo(204);

        assertThat(proposal(id).path("state").asText()).isEqualTo("withdrawn");
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(TableChanges.PROCESS)
                        .count())
                .isZero();
        assertThat(delete("ana", "/api/decisions/proposals/" + id).status()).isEqualTo(409);
    }

    @Test
    void whatFailsACheckCannotBeProposed() {
        draft("ana", sixMonthsFarFromHome());

        Answer answer = post("ana", PATH + "/proposals", Map.of("ref", "draft", "reason", "Why not."));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").asText()).contains("A check fails");
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(TableChanges.PROCESS)
                        .count())
                .isZero();
    }

    @Test
    void whatFailsACheckByNowCannotBeApproved() {
        long id = proposed().path("id").asLong();
        jdbc.sql("update table_proposal set golden_cases = null").update();

        assertThat(answer("max", id, "approve").status()).isEqualTo(400);

        assertThat(proposal(id).path("state").asText()).isEqualTo("proposed");
        assertThat(live()).isEqualTo(packagedText);
    }

    @Test
    void aCellInAnotherLanguageOrWithALoopIsNamedAndNeverRun() {
        for (String cell : List.of("expressionLanguage=\"juel\"><text>${1 + 1}", "><text>for x in 1..9 return x")) {
            String xml = packagedText.replaceFirst(
                    "(<outputEntry [^>]*)>\\s*<text>0", "$1 " + java.util.regex.Matcher.quoteReplacement(cell));
            JsonNode checked = post("ana", PATH + "/check", Map.of("xml", xml)).json();

            assertThat(checked.path("mayBeProposed").asBoolean()).isFalse();
            JsonNode refused = checked.path("findings").get(0);
            assertThat(refused.path("row").asInt()).as(checked.toString()).isEqualTo(1);
            assertThat(refused.path("column").asText()).isEqualTo("Months before release");
            assertThat(checked.path("goldenCases")
                            .get(0)
                            .path("got")
                            .get(0)
                            .path("problem")
                            .asText())
                    .isEqualTo("cannot be decided");
            assertThat(post("ana", PATH + "/try", Map.of("xml", xml, "inputs", Map.of("track", "remand")))
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void aTableThatChangedInBetweenIsNotOverwritten() {
        long id = proposed().path("id").asLong();
        String other = packagedText.replace("three months.\"", "three months only.\"");
        answer("max", id, "approve");
        tables.deploy(TABLE, other);

        runJobs();

        assertThat(proposal(id).path("state").asText()).isEqualTo("refused");
        assertThat(live()).isEqualTo(other);
        assertThat(task(TableChanges.businessKey(id), "UserTask_ReadTableAnswer")
                        .getAssignee())
                .isEqualTo("ana");
    }

    @Test
    void inAnEmergencyAnEarlierVersionIsLiveAtOnceAndReviewedAfterwards() {
        long changed = proposed().path("id").asLong();
        answer("max", changed, "approve");
        runJobs();
        int before = version() - 1;

        assertThat(post("ana", PATH + "/proposals", Map.of("ref", "draft", "reason", "Quick", "emergency", true))
                        .status())
                .isEqualTo(422);
        JsonNode back = post(
                        "ana",
                        PATH + "/proposals",
                        Map.of("ref", "" + before, "reason", "Women start too early.", "emergency", true))
                .json();

        assertThat(back.path("state").asText()).as(back.toString()).isEqualTo("released");
        assertThat(live()).isEqualTo(packagedText);
        long id = back.path("id").asLong();
        assertThat(submit("ana", id, "UserTask_ReviewEmergencyChange", "approve")
                        .status())
                .isEqualTo(400);
        assertThat(submit("max", id, "UserTask_ReviewEmergencyChange", "sendBack")
                        .status())
                .isEqualTo(204);
        assertThat(live()).isEqualTo(sixMonthsFarFromHome());
        JsonNode versions = get("ana", PATH).json().path("versions");
        assertThat(versions.get(0).path("author").asText()).as("who undid it").isEqualTo("max");
        assertThat(versions.get(0).path("reason").asText()).isEqualTo("Agreed in the Tuesday meeting.");
        assertThat(versions.get(1).path("author").asText()).isEqualTo("ana");
        assertThat(versions.get(1).has("approver")).as("nobody agreed to it").isFalse();
        assertThat(line(get("ana", "/api/decisions").json(), TABLE)
                        .path("changedBy")
                        .asText())
                .isEqualTo("max");
    }

    @Test
    void anEmergencyReturnThatWasRightStays() {
        long changed = proposed().path("id").asLong();
        answer("max", changed, "approve");
        runJobs();
        long id = post(
                        "ana",
                        PATH + "/proposals",
                        Map.of("ref", "" + (version() - 1), "reason", "Women start too early.", "emergency", true))
                .json()
                .path("id")
                .asLong();

        assertThat(submit("bea", id, "UserTask_ReviewEmergencyChange", "approve")
                        .status())
                .isEqualTo(204);

        assertThat(live()).isEqualTo(packagedText);
        assertThat(proposal(id).path("state").asText()).isEqualTo("released");
        assertThat(openTasks(TableChanges.businessKey(id))).isEmpty();
    }

    @Test
    void impactNamesTheWomenWhomTheDraftWouldTouch() {
        String far = aWoman().at("north")
                .onTrack("full")
                .releasedOn(LocalDate.of(2026, 12, 12))
                .knownTo("farFromHome", "yes")
                .admitted();
        String near = aWoman().at("north")
                .onTrack("full")
                .releasedOn(LocalDate.of(2026, 12, 12))
                .knownTo("farFromHome", "no")
                .admitted();
        decisions.decide(TABLE, far, Map.of());
        decisions.decide(TABLE, near, Map.of());

        String job = post("ana", PATH + "/impact", Map.of("xml", sixMonthsFarFromHome()))
                .json()
                .path("job")
                .asText();
        await().atMost(Duration.ofSeconds(60)).until(() -> get("ana", "/api/decisions/impact/" + job)
                .json()
                .path("state")
                .asText()
                .equals("done"));

        JsonNode result = get("ana", "/api/decisions/impact/" + job).json().path("result");
        for (String over : List.of("past", "open")) {
            JsonNode group = result.path(over).path("groups").get(0);
            assertThat(group.path("from").asText()).isEqualTo("Months before release 5");
            assertThat(group.path("to").asText()).isEqualTo("Months before release 6");
            assertThat(group.path("cases"))
                    .extracting(JsonNode::asText)
                    .contains(far)
                    .doesNotContain(near);
        }
        JsonNode meetings = result.path("workload").get(0);
        assertThat(meetings.path("role").asText()).isEqualTo("caseManager");
        assertThat(meetings.path("work").asText()).isEqualTo("weekly meetings before release");
        assertThat(meetings.path("then").asDouble())
                .as("a month more for every woman far from home")
                .isGreaterThan(meetings.path("now").asDouble());
        assertThat(get("bea", "/api/decisions/impact/" + job).status()).isEqualTo(404);
        assertThat(get("ana", "/api/decisions/impact/" + job + "/cases.csv").text())
                .contains("open cases," + far + ",Months before release 5,Months before release 6");
    }

    @Test
    void impactTellsNothingOfRestrictedCasesAndNothingInClearInTheDatabase() {
        String open = aWoman().at("north")
                .onTrack("full")
                .knownTo("farFromHome", "yes")
                .admitted();
        String restricted = aWoman().at("north")
                .onTrack("full")
                .knownTo("farFromHome", "yes")
                .admitted();
        decisions.decide(TABLE, open, Map.of());
        decisions.decide(TABLE, restricted, Map.of());
        draft("ana", sixMonthsFarFromHome());
        goldenCasesOfSixMonths();
        long id = propose("ana", "Longer for women far from home.").path("id").asLong();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> proposal(id).path("impact").isObject());
        assertThat(proposal(id).toString()).contains(open, restricted);
        assertThat(jdbc.sql("select change from impact_case")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(change -> change.contains("Months"));

        jdbc.sql("insert into restricted_case (case_number, restricted_by, restricted_at) values (?, 'x', now())")
                .param(restricted)
                .update();

        assertThat(proposal(id).toString()).contains(open).doesNotContain(restricted);
        jdbc.sql("delete from restricted_case where case_number = ?")
                .param(restricted)
                .update();
    }

    @Test
    void rulesAreCountedWithoutSayingForWhom() {
        String woman = aWoman().at("north")
                .onTrack("full")
                .knownTo("farFromHome", "yes")
                .admitted();
        decisions.decide(TABLE, woman, Map.of());
        counts.countOn();
        int fired = fired("Rule_fullFarFromHome");

        decisions.decide(TABLE, woman, Map.of());
        counts.countOn();
        counts.countOn();

        assertThat(fired("Rule_fullFarFromHome")).isEqualTo(fired + 1);
        assertThat(jdbc.sql("select * from rule_fired").query().listOfRows().toString())
                .doesNotContain(woman);
    }

    @Test
    void aRestrictedCaseIsNotCounted() {
        String woman = aWoman().at("north")
                .onTrack("full")
                .knownTo("farFromHome", "yes")
                .admitted();
        counts.countOn();
        int before = fired("Rule_fullFarFromHome");
        int asked = get("ana", PATH).json().path("decided").asInt();
        decisions.decide(TABLE, woman, Map.of());
        counts.countOn();
        assertThat(fired("Rule_fullFarFromHome")).isEqualTo(before + 1);

        jdbc.sql("insert into restricted_case (case_number, restricted_by, restricted_at) values (?, 'x', now())")
                .param(woman)
                .update();
        decisions.decide(TABLE, woman, Map.of());

        assertThat(fired("Rule_fullFarFromHome")).as("before it is counted").isEqualTo(before);
        counts.countOn();
        assertThat(fired("Rule_fullFarFromHome")).isEqualTo(before);
        assertThat(get("ana", PATH).json().path("decided").asInt()).isEqualTo(asked);
        assertThat(line(get("ana", "/api/decisions").json(), TABLE)
                        .path("decided")
                        .asInt())
                .isEqualTo(asked);
        jdbc.sql("delete from restricted_case where case_number = ?")
                .param(woman)
                .update();
        assertThat(fired("Rule_fullFarFromHome")).isEqualTo(before + 2);
    }

    private int fired(String rule) {
        for (JsonNode line : get("ana", PATH).json().path("rules")) {
            if (line.path("id").asText().equals(rule)) {
                return line.path("fired").asInt();
            }
        }
        throw new AssertionError("No rule " + rule);
    }

    @Test
    void aNewReleaseOfTheProductWaitsBesideAChangedTable() {
        tables.deploy(TABLE, sixMonthsFarFromHome());
        assertThat(get("ana", PATH + "/packaged").json().path("waits").asBoolean())
                .isFalse();
        jdbc.sql("insert into packaged_table_settled (decision, dmn, settled_by, settled_at) values (?, ?, 'x', now())")
                .params(TABLE, packagedText.replace("<text>0</text>", "<text>1</text>"))
                .update();

        JsonNode waits = get("ana", PATH + "/packaged").json();

        assertThat(waits.path("waits").asBoolean()).isTrue();
        assertThat(waits.path("cells")).isEmpty();
        assertThat(line(get("ana", "/api/decisions").json(), TABLE)
                        .path("packagedWaits")
                        .asBoolean())
                .isTrue();

        assertThat(post("ana", PATH + "/packaged/put-aside", Map.of("reason", "Ours is stricter."))
                        .status())
                .isEqualTo(204);
        assertThat(get("ana", PATH + "/packaged").json().path("waits").asBoolean())
                .isFalse();
        assertThat(post("ana", PATH + "/packaged/put-aside", Map.of("reason", "Again."))
                        .status())
                .isEqualTo(422);
    }
}
