package org.throughcare.forms;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** Turns what the Tasklist or a REST caller submits into plain values: text, number, boolean, list, map or null. */
final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    static Map<String, Object> plain(VariableMap submitted) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String key : submitted.keySet()) {
            answers.put(key, plain(key, submitted.getValueTyped(key)));
        }
        return answers;
    }

    private static Object plain(String key, TypedValue typed) {
        if (typed instanceof JsonValue json) {
            return json.getValueSerialized() != null
                    ? parse(key, json.getValueSerialized())
                    : parse(key, String.valueOf(json.getValue()));
        }
        if (typed instanceof ObjectValue object) {
            if (object.isDeserialized()) {
                return accepted(key, object.getValue());
            }
            return parse(key, object.getValueSerialized());
        }
        return typed == null ? null : accepted(key, typed.getValue());
    }

    private static Object accepted(String key, Object value) {
        boolean plain = value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Collection<?>
                || value instanceof Map<?, ?>;
        if (!plain) {
            throw new RefusedAnswerException(
                    key, "has a type that a form cannot have. Send text, a number, true or false, or JSON.");
        }
        return value;
    }

    private static Object parse(String key, String json) {
        try {
            return json == null ? null : JSON.readValue(json, Object.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new RefusedAnswerException(key, "is not readable JSON.");
        }
    }
}
