package org.throughcare.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.throughcare.nodes.Node;
import org.throughcare.rehearsal.PlausibleForm;

/** Does what Tasklist does when somebody takes a task, reads its form, fills it in and completes it. */
final class Desk {

    private static final int MOST_TRIES = 8;

    private final Caller caller;
    private final Node.Who who;
    private final Random random;

    Desk(Caller caller, Node.Who who, Random random) {
        this.caller = caller;
        this.who = who;
        this.random = random;
    }

    record OpenTask(String id, String element) {}

    List<OpenTask> openTasks(int most) throws IOException {
        Caller.Answer answer =
                caller.get(who, "/engine-rest/task?active=true&sortBy=created&sortOrder=desc&maxResults=" + most);
        List<OpenTask> tasks = new ArrayList<>();
        if (answer.isYes()) {
            answer.json()
                    .forEach(task -> tasks.add(new OpenTask(
                            task.path("id").asText(),
                            task.path("taskDefinitionKey").asText())));
        }
        return tasks;
    }

    /**
     * Fills it in, corrects what is refused, and hands it in; the last answer.
     *
     * @param answers in which what was handed in last is written down
     */
    Caller.Answer complete(OpenTask task, Map<String, Object> answers) throws IOException {
        Map<String, Set<Object>> refused = new HashMap<>();
        for (int tried = 1; ; tried++) {
            answers.clear();
            Caller.Answer read = fillIn(task, refused, answers);
            if (!read.isYes()) {
                return read;
            }
            Caller.Answer said = submit(task.id(), answers);
            String field = said.status() == 400
                    ? said.json()
                            .path("errors")
                            .path(0)
                            .path("field")
                            .asText("")
                            .replaceFirst("\\..*", "")
                    : "";
            if (field.isEmpty() || tried == MOST_TRIES || answers.get(field) == null) {
                return said;
            }
            refused.computeIfAbsent(field, key -> new HashSet<>()).add(answers.get(field));
        }
    }

    Caller.Answer fillIn(OpenTask task, Map<String, Set<Object>> refused, Map<String, Object> answers)
            throws IOException {
        Caller.Answer form = caller.get(who, "/engine-rest/task/" + task.id() + "/deployed-form");
        if (!form.isYes()) {
            return form;
        }
        Caller.Answer shown = caller.get(who, "/engine-rest/task/" + task.id() + "/form-variables");
        if (shown.isYes()) {
            answers.putAll(PlausibleForm.answers(
                    task.element(), form.json(), plain(shown.json()), refused, random, LocalDate.now(ZoneOffset.UTC)));
        }
        return shown;
    }

    Caller.Answer claim(String task) throws IOException {
        return caller.post(who, "/engine-rest/task/" + task + "/claim", Map.of("userId", who.id()));
    }

    Caller.Answer submit(String task, Map<String, Object> answers) throws IOException {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (Map.Entry<String, Object> answer : answers.entrySet()) {
            Object value = answer.getValue();
            boolean structured = value instanceof Collection<?> || value instanceof Map<?, ?>;
            variables.put(
                    answer.getKey(),
                    structured
                            ? Map.of("value", Caller.JSON.writeValueAsString(value), "type", "Json")
                            : Map.of("value", value));
        }
        return caller.post(who, "/engine-rest/task/" + task + "/submit-form", Map.of("variables", variables));
    }

    private static Map<String, Object> plain(JsonNode shown) {
        Map<String, Object> plain = new HashMap<>();
        shown.fields().forEachRemaining(field -> {
            JsonNode value = field.getValue().path("value");
            boolean json = "Json".equals(field.getValue().path("type").asText()) && value.isTextual();
            plain.put(field.getKey(), json ? read(value.asText()) : Caller.JSON.convertValue(value, Object.class));
        });
        return plain;
    }

    private static Object read(String json) {
        try {
            return Caller.JSON.readValue(json, Object.class);
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + json, e);
        }
    }
}
