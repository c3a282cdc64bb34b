package org.throughcare.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * One labelled part of a form.
 *
 * @param key null for parts that hold no answer
 * @param always whether no condition hides it
 * @param options the values that it offers; empty when the record gives them
 * @param longest the most letters that a text may have
 * @param list the list in whose rows it stands; null when it stands for itself
 */
record FormField(
        String type,
        String key,
        String label,
        boolean required,
        boolean answered,
        boolean always,
        boolean text,
        List<String> options,
        int longest,
        String list) {

    private static final List<String> ANSWERED =
            List.of("textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "datetime");

    static List<FormField> of(InputStream form) {
        try (form) {
            List<FormField> fields = new ArrayList<>();
            collect(new ObjectMapper().readTree(form).path("components"), true, fields);
            return fields;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(JsonNode components, boolean always, List<FormField> fields) {
        for (JsonNode component : components) {
            boolean shown = always
                    && component.path("conditional").path("hide").asText("").isEmpty();
            fields.add(field(component, shown));
            String type = component.path("type").asText();
            if ("group".equals(type)) {
                collect(component.path("components"), shown, fields);
            } else if ("dynamiclist".equals(type)) {
                List<FormField> row = new ArrayList<>();
                collect(component.path("components"), shown, row);
                row.forEach(
                        field -> fields.add(field.inRowOf(component.path("path").asText())));
            }
        }
    }

    private static FormField field(JsonNode component, boolean shown) {
        String type = component.path("type").asText();
        List<String> options = new ArrayList<>();
        JsonNode limits = component.path("validate");
        component
                .path("values")
                .forEach(option -> options.add(option.path("value").asText()));
        return new FormField(
                type,
                component.path("key").asText(null),
                component.path("label").asText(component.path("dateLabel").asText(null)),
                limits.path("required").asBoolean(),
                ANSWERED.contains(type) && !component.path("disabled").asBoolean(),
                shown,
                type.startsWith("text") && component.has("key") && !limits.has("pattern"),
                options,
                limits.path("maxLength").asInt(Integer.MAX_VALUE),
                null);
    }

    /** A list may begin without a row, so a row's labels are not always there. */
    private FormField inRowOf(String path) {
        return new FormField(type, key, label, required, answered, false, text, options, longest, path);
    }

    /** Whether the test answers it: what is required, the kinds that are sent in a way of their own, and all of a row. */
    boolean isTried() {
        return answered && (required || text || isDate() || "checklist".equals(type));
    }

    /** A list whose rows a person adds. */
    boolean isList() {
        return "dynamiclist".equals(type);
    }

    /** These words, as many as it takes. */
    String fitting(String words) {
        return words.substring(0, Math.min(words.length(), longest));
    }

    boolean inRow() {
        return list != null;
    }

    boolean isDate() {
        return "datetime".equals(type);
    }
}
