package org.throughcare.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A deployed Camunda Form as the server understands it.
 *
 * @param id the form's id
 * @param fields its fields with a key, groups taken apart
 * @param shown keys that it only reads, of tables and templates
 */
record FormSchema(String id, List<Field> fields, Set<String> shown) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> LISTS = Set.of("checklist", "taglist", "dynamiclist");
    private static final Set<String> LAYOUT =
            Set.of("group", "text", "html", "separator", "spacer", "image", "button", "iframe");

    /**
     * Whether the answer to that key is a list. Tasklist sends a list back with the type of the value that it was shown,
     * so an empty one must not be shown as null: the engine refuses a list that says it is nothing.
     */
    boolean isList(String key) {
        return fields.stream().anyMatch(field -> field.key().equals(key) && LISTS.contains(field.type()));
    }

    static FormSchema read(String id, InputStream form) {
        try {
            JsonNode root = new ObjectMapper().readTree(form);
            List<Field> fields = new ArrayList<>();
            Set<String> shown = new HashSet<>();
            collect(root.path("components"), List.of(), fields, shown);
            return new FormSchema(id, List.copyOf(fields), Set.copyOf(shown));
        } catch (IOException e) {
            throw new IllegalStateException("The form " + id + " is not readable JSON.", e);
        }
    }

    private static void collect(
            JsonNode components, List<Condition> hiddenWhen, List<Field> fields, Set<String> shown) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            List<Condition> conditions = withHide(component, hiddenWhen);
            if ("group".equals(type)) {
                collect(component.path("components"), conditions, fields, shown);
            } else if ("table".equals(type)) {
                shown.add(component.path("dataSource").asText().replace("=", "").strip());
            } else if (!LAYOUT.contains(type) && !key(component).isEmpty()) {
                fields.add(field(component, type, conditions, shown));
            }
            if (component.hasNonNull("valuesKey")) {
                shown.add(component.get("valuesKey").asText());
            }
            names(component.path("text").asText(), shown);
        }
    }

    private static void names(String template, Set<String> shown) {
        var matcher = Pattern.compile("\\{\\{\\s*=?\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}}")
                .matcher(template);
        while (matcher.find()) {
            shown.add(matcher.group(1));
        }
    }

    private static List<Condition> withHide(JsonNode component, List<Condition> outer) {
        String hide = component.path("conditional").path("hide").asText("");
        if (hide.isBlank()) {
            return outer;
        }
        List<Condition> conditions = new ArrayList<>(outer);
        conditions.add(Condition.read(hide));
        return List.copyOf(conditions);
    }

    private static String key(JsonNode component) {
        return component
                .path("dynamiclist".equals(component.path("type").asText()) ? "path" : "key")
                .asText("");
    }

    private static Field field(JsonNode component, String type, List<Condition> hiddenWhen, Set<String> shown) {
        String key = key(component);
        if (!NAME.matcher(key).matches()) {
            throw new IllegalStateException("The field key \"" + key + "\" is not a plain name.");
        }
        JsonNode validate = component.path("validate");
        JsonNode properties = component.path("properties");
        List<Field> rows = new ArrayList<>();
        if ("dynamiclist".equals(type)) {
            collect(component.path("components"), List.of(), rows, shown);
        }
        return new Field(
                key,
                type,
                component.path("label").asText(component.path("dateLabel").asText(key)),
                validate.path("required").asBoolean(false),
                rules(component, validate),
                options(component),
                component.hasNonNull("valuesKey") ? component.get("valuesKey").asText() : null,
                use(component, properties),
                "true".equals(properties.path("variable").asText()),
                hiddenWhen,
                List.copyOf(rows));
    }

    private static Field.Use use(JsonNode component, JsonNode properties) {
        String use = properties.path("record").asText("fact");
        boolean locked = component.path("disabled").asBoolean(false)
                || component.path("readonly").asBoolean(false);
        if (locked
                || "read".equals(use)
                || "expression".equals(component.path("type").asText())) {
            return Field.Use.READ;
        }
        return "occasion".equals(use) ? Field.Use.OCCASION : Field.Use.FACT;
    }

    private static Field.Rules rules(JsonNode component, JsonNode validate) {
        String pattern = validate.path("pattern").asText("");
        return new Field.Rules(
                decimal(validate.path("min")),
                decimal(validate.path("max")),
                integer(validate.path("minLength")),
                integer(validate.path("maxLength")),
                pattern.isEmpty() ? null : Pattern.compile(pattern),
                integer(component.path("decimalDigits")),
                component.path("subtype").asText(""));
    }

    private static BigDecimal decimal(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.asText().isBlank() ? null : new BigDecimal(node.asText());
    }

    private static Integer integer(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.asText().isBlank() ? null : Integer.valueOf(node.asText());
    }

    private static List<Object> options(JsonNode component) {
        List<Object> options = new ArrayList<>();
        component
                .path("values")
                .forEach(option -> options.add(option.path("value").asText()));
        return List.copyOf(options);
    }
}
