package org.throughcare.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Fills in a form as a person might: required fields always, others mostly, within what the form allows. What a woman's
 * story says comes first.
 */
class PlausibleAnswers {

    /** Answers that lead a case on; taken when the form offers them and the story says nothing. */
    private static final List<String> ORDINARY = List.of(
            "yes",
            "kept",
            "agreed",
            "accepted",
            "ready",
            "completed",
            "resolved",
            "goesOn",
            "given",
            "done",
            "attended",
            "continue",
            "none",
            "low",
            "no");

    private static final List<String> LEVELS = List.of("none", "low", "medium", "high");

    /** How a woman answers about ten pathways: she has a need on three of them. */
    private static final List<String> LEVELS_OF_TEN_PATHWAYS =
            List.of("none", "none", "none", "none", "none", "none", "none", "low", "medium", "high");

    private static final String A_TIME = "10:00";

    private final Map<String, Object> story;
    private final String words;
    private final Map<String, Object> shown;
    private final Map<String, Set<Object>> refused;
    private final Random random;
    private final LocalDate today;

    /**
     * @param story answers that the woman's story gives, by field key or {@code taskId.fieldKey}
     * @param words what is written into text fields
     * @param shown what the form shows, for options that come from the record
     * @param refused choices that were refused before, by field key
     */
    PlausibleAnswers(
            Map<String, Object> story,
            String words,
            Map<String, Object> shown,
            Map<String, Set<Object>> refused,
            Random random,
            LocalDate today) {
        this.story = story;
        this.words = words;
        this.shown = shown;
        this.refused = refused;
        this.random = random;
        this.today = today;
    }

    Map<String, Object> to(String taskId, JsonNode form) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answerAll(taskId, form.path("components"), answers);
        return answers;
    }

    private void answerAll(String taskId, JsonNode components, Map<String, Object> answers) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if ("group".equals(type)) {
                answerAll(taskId, component.path("components"), answers);
                continue;
            }
            String key =
                    component.path("dynamiclist".equals(type) ? "path" : "key").asText("");
            if (key.isEmpty() || component.path("disabled").asBoolean() || "table".equals(type)) {
                continue;
            }
            Object answer = answer(taskId, key, component);
            if (answer != null) {
                answers.put(key, answer);
            }
        }
    }

    private Object answer(String taskId, String key, JsonNode component) {
        if (story.containsKey(taskId + "." + key)) {
            return story.get(taskId + "." + key);
        }
        if (story.containsKey(key)) {
            return story.get(key);
        }
        boolean required = component.path("validate").path("required").asBoolean();
        if (!required && mayStay(component, shown.get(key))) {
            return shown.get(key);
        }
        return switch (component.path("type").asText()) {
            case "radio", "select" -> option(component);
            case "checkbox" -> required || random.nextBoolean();
            case "checklist", "taglist" -> someOptions(component);
            case "number" -> number(component.path("validate"));
            case "datetime" -> moment(component.path("subtype").asText());
            case "dynamiclist" -> refused.containsKey(key) ? null : List.of(row(taskId, component));
            case "textfield", "textarea" -> required || random.nextInt(3) == 0 ? text(component) : null;
            default -> null;
        };
    }

    /** Whether what the form shows can be handed in as it is. */
    private boolean mayStay(JsonNode component, Object value) {
        boolean choice =
                List.of("radio", "select").contains(component.path("type").asText());
        return value != null && (!choice || options(component).contains(String.valueOf(value)));
    }

    private Map<String, Object> row(String taskId, JsonNode list) {
        Map<String, Object> row = new LinkedHashMap<>();
        answerAll(taskId, list.path("components"), row);
        return row;
    }

    private Object option(JsonNode component) {
        List<String> options = options(component);
        options.removeAll(refused.getOrDefault(component.path("key").asText(), Set.of()));
        if (options.isEmpty()) {
            return null;
        }
        if (options.contains("notAsked") && options.contains("no")) {
            return random.nextInt(8) == 0 ? "yes" : "no";
        }
        if (options.containsAll(LEVELS)) {
            return LEVELS_OF_TEN_PATHWAYS.get(random.nextInt(LEVELS_OF_TEN_PATHWAYS.size()));
        }
        return ORDINARY.stream().filter(options::contains).findFirst().orElse(options.get(0));
    }

    private List<String> someOptions(JsonNode component) {
        List<String> options = options(component);
        return options.isEmpty() ? null : List.of(options.get(random.nextInt(options.size())));
    }

    private List<String> options(JsonNode component) {
        List<String> options = new ArrayList<>();
        component
                .path("values")
                .forEach(option -> options.add(option.path("value").asText()));
        if (shown.get(component.path("valuesKey").asText()) instanceof List<?> list) {
            for (Object option : list) {
                options.add(String.valueOf(option instanceof Map<?, ?> map ? map.get("value") : option));
            }
        }
        return options;
    }

    private static Object number(JsonNode limits) {
        int min = limits.path("min").asInt(1);
        int max = limits.path("max").asInt(Integer.MAX_VALUE);
        return Math.min(Math.max(min, 1), max);
    }

    private String moment(String subtype) {
        return switch (subtype) {
            case "date" -> today.plusDays(14).toString();
            case "time" -> "10:00";
            default -> today.plusDays(7) + "T10:00:00+00:00";
        };
    }

    private String text(JsonNode component) {
        JsonNode limits = component.path("validate");
        if (limits.hasNonNull("pattern")) {
            return A_TIME.matches(limits.get("pattern").asText()) ? A_TIME : null;
        }
        return words.substring(
                0, Math.min(words.length(), limits.path("maxLength").asInt(words.length())));
    }
}
