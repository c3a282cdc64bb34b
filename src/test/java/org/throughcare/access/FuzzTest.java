package org.throughcare.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.WebTest;

/**
 * Whatever is sent to a form or as a custody event: it is refused in plain words, nothing fails, nothing is stored. The
 * number of inputs is set by {@code -Dfuzz.inputs=100000}, what is tried by {@code -Dfuzz.seed}.
 */
class FuzzTest extends WebTest {

    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 600);
    private static final long SEED = Long.getLong("fuzz.seed", 20260112L);
    private static final List<String> FIELDS = List.of(
            "interpreterNeeded", "pregnant", "familyThreat", "childrenNow", "language", "canBeReached", "familyCallTo");
    private static final List<String> EVENT_FIELDS = List.of(
            "eventId",
            "type",
            "prisonNumber",
            "occurredAt",
            "womanName",
            "dateOfBirth",
            "site",
            "admissionDate",
            "legalStatus",
            "releaseDate",
            "homeDistrict",
            "language",
            "reason",
            "toSite");

    @Autowired
    JdbcClient jdbc;

    private final Random random = new Random(SEED);
    private String task;
    private String caseNumber;

    @BeforeEach
    void aTask() {
        person("receptionOfficer.north", "receptionOfficer.north");
        person("custodySystem", "custodySystem");
        caseNumber = aWoman().admitted();
        start("admission", caseNumber);
        runJobs();
        task = task(caseNumber, "UserTask_MeetOnArrival").getId();
    }

    @Test
    void theFormGateRefusesWhatItDoesNotKnowAndStoresNothing() {
        String before = everythingStored();
        for (int input = 0; input < INPUTS; input++) {
            String body = random.nextInt(10) == 0 ? nonsense() : text(Map.of("variables", answers()));
            Answer answer = post("receptionOfficer.north", "/engine-rest/task/" + task + "/submit-form", body);
            assertThat(answer.status())
                    .as("seed %d, input %d: %s%n%s", SEED, input, body, answer.text())
                    .isBetween(400, 499);
        }
        assertThat(everythingStored()).isEqualTo(before);
        assertThat(task(caseNumber, "UserTask_MeetOnArrival").getId()).isEqualTo(task);
    }

    @Test
    void brokenCustodyEventsAreRefusedAndStoreNothing() {
        String before = everythingStored();
        for (int input = 0; input < INPUTS; input++) {
            String body = random.nextInt(10) == 0 ? nonsense() : text(event());
            Answer answer = post("custodySystem", "/api/custody-events", body);
            assertThat(answer.status())
                    .as("seed %d, input %d: %s%n%s", SEED, input, body, answer.text())
                    .isBetween(400, 499);
        }
        assertThat(everythingStored()).isEqualTo(before);
    }

    /** Answers of which at least one is to an unknown question, so that the form as a whole is never right. */
    private Map<String, Object> answers() {
        Map<String, Object> answers = new LinkedHashMap<>();
        FIELDS.stream().filter(field -> random.nextBoolean()).forEach(field -> answers.put(field, typed()));
        answers.put("unknown" + random.nextInt(1000), typed());
        return answers;
    }

    private Object typed() {
        return switch (random.nextInt(5)) {
            case 0 -> value(2);
            case 1 -> Map.of("value", text(value(2)), "type", "Json");
            case 2 ->
                Map.of("value", String.valueOf(value(0)), "type", pick("Object", "Bytes", "File", "Xml", "Date", "x"));
            case 3 -> {
                Map<String, Object> odd = new LinkedHashMap<>();
                odd.put("value", value(2));
                odd.put("valueInfo", value(2));
                yield odd;
            }
            default -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                plain.put("value", value(1));
                yield plain;
            }
        };
    }

    /** An event that names no type there is. */
    private Map<String, Object> event() {
        Map<String, Object> event = new LinkedHashMap<>();
        EVENT_FIELDS.stream().filter(field -> random.nextInt(4) > 0).forEach(field -> event.put(field, value(2)));
        if (random.nextBoolean()) {
            event.put("type", pick("admitted", "released", "died"));
            event.put("prisonNumber", value(1) + "?");
        } else {
            event.put("type", value(1) + "?");
        }
        return event;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextDouble() * Math.pow(10, random.nextInt(300));
            case 2 -> random.nextBoolean();
            case 3 -> null;
            case 4 ->
                pick(
                        "yes",
                        "no",
                        "2026-13-45",
                        "2026-02-30",
                        "${1+1}",
                        "<script>",
                        "' or 1=1 --",
                        "\u0000",
                        "\uD800",
                        "");
            case 5 -> letters(random.nextInt(40));
            case 6 ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(index -> value(depth - 1))
                        .collect(Collectors.toCollection(ArrayList::new));
            case 7 -> letters(random.nextInt(12_000));
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put(letters(3), value(depth - 1));
                yield map;
            }
        };
    }

    /** No JSON, or hardly. */
    private String nonsense() {
        return pick(
                "{",
                "[]",
                "null",
                "\"x\"",
                "{\"variables\":[]}",
                "{\"variables\":{\"a\":[]}}",
                "[[[[[[",
                "{\"a\":1}{",
                "{\"variables\":" + "[".repeat(3000),
                letters(200));
    }

    private String letters(int length) {
        return random.ints(length, 32, 0x2FF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String text(Object content) {
        try {
            return mapper.writeValueAsString(content);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private String everythingStored() {
        return List.of(
                        "case_file",
                        "case_fact",
                        "journal_entry",
                        "custody_event",
                        "act_ru_variable",
                        "act_ru_task",
                        "act_ru_execution",
                        "act_hi_taskinst",
                        "act_ge_bytearray")
                .stream()
                .map(table -> table + " "
                        + jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                .collect(Collectors.joining(", "));
    }
}
