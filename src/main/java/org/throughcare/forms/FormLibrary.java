package org.throughcare.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The packaged forms as people read them: titles, questions and answers in words, for pages and exports. */
@Component
public class FormLibrary {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, FormText> forms = new TreeMap<>();
    private final Map<String, Question> questions = new HashMap<>();

    FormLibrary() throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form")) {
            try (InputStream content = file.getInputStream()) {
                FormText form = read(JSON.readTree(content));
                forms.put(form.id(), form);
            }
        }
        forms.values()
                .forEach(form -> form.questions().forEach(question -> questions.putIfAbsent(question.key(), question)));
    }

    /** All forms, by id. */
    public List<FormText> all() {
        return List.copyOf(forms.values());
    }

    /** The form with that id, if it is part of this version. */
    public Optional<FormText> find(String form) {
        return Optional.ofNullable(forms.get(form));
    }

    /** Any form's question with that key, for a fact that no longer says where it was asked. */
    public Optional<Question> question(String key) {
        return Optional.ofNullable(questions.get(key));
    }

    private static FormText read(JsonNode form) {
        List<String> texts = new ArrayList<>();
        List<Question> asked = new ArrayList<>();
        collect(form.path("components"), List.of(), texts, asked);
        String title = texts.stream()
                .filter(text -> text.startsWith("#"))
                .findFirst()
                .map(text -> text.lines().findFirst().orElse("").replaceFirst("^#+\\s*", ""))
                .orElse(form.path("id").asText());
        List<String> explanations = texts.stream()
                .filter(text -> !text.startsWith("#") && !text.contains("{{"))
                .toList();
        return new FormText(form.path("id").asText(), title, explanations, List.copyOf(asked));
    }

    private static void collect(
            JsonNode components, List<String> hiddenWhen, List<String> texts, List<Question> asked) {
        for (JsonNode component : components) {
            List<String> conditions = withHide(component, hiddenWhen);
            switch (component.path("type").asText()) {
                case "text" -> texts.add(component.path("text").asText().strip());
                case "group" -> collect(component.path("components"), conditions, texts, asked);
                case "html", "separator", "spacer", "image", "button", "iframe", "table", "expression" -> {}
                default -> asked.add(question(component, conditions));
            }
        }
    }

    private static List<String> withHide(JsonNode component, List<String> outer) {
        String hide = component.path("conditional").path("hide").asText("").strip();
        if (hide.isEmpty()) {
            return outer;
        }
        List<String> conditions = new ArrayList<>(outer);
        conditions.add(hide.startsWith("=") ? hide.substring(1).strip() : hide);
        return List.copyOf(conditions);
    }

    private static Question question(JsonNode component, List<String> hiddenWhen) {
        String type = component.path("type").asText();
        String key = component.path("dynamiclist".equals(type) ? "path" : "key").asText();
        JsonNode validate = component.path("validate");
        List<Question> rows = new ArrayList<>();
        if ("dynamiclist".equals(type)) {
            collect(component.path("components"), List.of(), new ArrayList<>(), rows);
        }
        List<Question.Option> options = new ArrayList<>();
        component
                .path("values")
                .forEach(option -> options.add(new Question.Option(
                        option.path("value").asText(), option.path("label").asText())));
        return new Question(
                key,
                type,
                text(component, "subtype"),
                label(component, key),
                text(component, "description"),
                validate.path("required").asBoolean(false),
                validate.has("maxLength") ? validate.path("maxLength").asInt() : null,
                hiddenWhen,
                List.copyOf(options),
                text(component, "valuesKey"),
                List.copyOf(rows));
    }

    private static String label(JsonNode component, String key) {
        for (String name : List.of("label", "dateLabel", "timeLabel")) {
            if (text(component, name) != null) {
                return text(component, name);
            }
        }
        return key;
    }

    private static String text(JsonNode component, String name) {
        String text = component.path(name).asText("").strip();
        return text.isEmpty() ? null : text;
    }
}
