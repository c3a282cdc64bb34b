package org.throughcare.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The server's gate for submitted forms: it accepts what the deployed form allows and nothing else. Messages name the
 * field and never the value.
 */
final class FormValidation {

    /** Longest text when the form says nothing. */
    private static final int LONGEST_TEXT = 4000;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Function<String, List<Object>> optionsOf;
    private final Map<String, Object> known;

    /**
     * @param optionsOf gives the allowed values for a {@code valuesKey}
     * @param known what the form showed, for conditions that hide a field
     */
    FormValidation(Function<String, List<Object>> optionsOf, Map<String, Object> known) {
        this.optionsOf = optionsOf;
        this.known = known;
    }

    /** The answers that may be kept, by key; fields that are only shown are left out, missing ones are null. */
    Map<String, Object> accept(FormSchema schema, Map<String, Object> answers) {
        Set<String> keys = schema.fields().stream().map(Field::key).collect(Collectors.toSet());
        for (String key : answers.keySet()) {
            if (!keys.contains(key) && !schema.shown().contains(key)) {
                throw new RefusedAnswerException(key, "is not a field of this form.");
            }
        }
        return accept(schema.fields(), answers, "");
    }

    private Map<String, Object> accept(List<Field> fields, Map<String, Object> answers, String path) {
        Map<String, Object> accepted = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field.use() == Field.Use.READ) {
                continue;
            }
            Object value = blankToNull(answers.get(field.key()));
            if (value == null && isHidden(field, answers)) {
                keepAsItWas(field, accepted);
                continue;
            }
            if (value == null && field.required()) {
                throw new RefusedAnswerException(path + field.key(), "\"" + field.label() + "\" needs an answer.");
            }
            accepted.put(field.key(), value == null ? null : checked(field, value, path + field.key()));
        }
        return accepted;
    }

    private static Object blankToNull(Object value) {
        boolean blank =
                value instanceof String text && text.isBlank() || value instanceof Collection<?> list && list.isEmpty();
        return blank ? null : value;
    }

    /** What is hidden was not asked: a fact stays as it is known, an occasion has no such answer. */
    private static void keepAsItWas(Field field, Map<String, Object> accepted) {
        if (field.use() != Field.Use.FACT) {
            accepted.put(field.key(), null);
        }
    }

    private boolean isHidden(Field field, Map<String, Object> answers) {
        Map<String, Object> context = new LinkedHashMap<>(known);
        context.putAll(answers);
        return field.hiddenWhen().stream().anyMatch(condition -> condition.holds(context));
    }

    private Object checked(Field field, Object value, String path) {
        return switch (field.type()) {
            case "textfield", "textarea" -> text(field, value, path);
            case "number" -> number(field, value, path);
            case "checkbox" -> bool(value, path);
            case "radio", "select" -> option(field, value, path);
            case "checklist", "taglist" -> options(field, value, path);
            case "datetime" -> moment(field, value, path);
            case "dynamiclist" -> rows(field, value, path);
            default -> throw new RefusedAnswerException(path, "cannot be answered.");
        };
    }

    private static String text(Field field, Object value, String path) {
        if (!(value instanceof String text)) {
            throw new RefusedAnswerException(path, "must be text.");
        }
        Field.Rules rules = field.rules();
        int longest = rules.maxLength() == null ? LONGEST_TEXT : rules.maxLength();
        if (text.length() > longest) {
            throw new RefusedAnswerException(path, "is too long; at most " + longest + " characters.");
        }
        if (rules.minLength() != null && text.length() < rules.minLength()) {
            throw new RefusedAnswerException(path, "is too short; at least " + rules.minLength() + " characters.");
        }
        if (rules.pattern() != null && !rules.pattern().matcher(text).matches()) {
            throw new RefusedAnswerException(path, "does not have the form that is asked for.");
        }
        if (text.chars().anyMatch(c -> c == 0 || Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw new RefusedAnswerException(path, "holds characters that cannot be read.");
        }
        return text;
    }

    private static Number number(Field field, Object value, String path) {
        if (!(value instanceof Number number)) {
            throw new RefusedAnswerException(path, "must be a number.");
        }
        BigDecimal decimal = decimal(number, path);
        Field.Rules rules = field.rules();
        if (rules.min() != null && decimal.compareTo(rules.min()) < 0) {
            throw new RefusedAnswerException(path, "must be at least " + rules.min() + ".");
        }
        if (rules.max() != null && decimal.compareTo(rules.max()) > 0) {
            throw new RefusedAnswerException(path, "must be at most " + rules.max() + ".");
        }
        if (rules.decimals() != null && decimal.stripTrailingZeros().scale() > rules.decimals()) {
            throw new RefusedAnswerException(path, "may have " + rules.decimals() + " decimal places.");
        }
        return number;
    }

    private static BigDecimal decimal(Number number, String path) {
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            throw new RefusedAnswerException(path, "must be a number.");
        }
    }

    private static Boolean bool(Object value, String path) {
        if (value instanceof Boolean answer) {
            return answer;
        }
        throw new RefusedAnswerException(path, "must be true or false.");
    }

    private Object option(Field field, Object value, String path) {
        if (!(value instanceof String) || !allowed(field).contains(value)) {
            throw new RefusedAnswerException(path, "is not on the list of answers.");
        }
        return value;
    }

    private List<?> options(Field field, Object value, String path) {
        if (!(value instanceof List<?> list)) {
            throw new RefusedAnswerException(path, "must be a list of answers.");
        }
        List<Object> allowed = allowed(field);
        if (!allowed.containsAll(list) || list.size() != Set.copyOf(list).size()) {
            throw new RefusedAnswerException(
                    path, "holds something that is not on the list of answers, or holds it twice.");
        }
        return list;
    }

    private List<Object> allowed(Field field) {
        return field.optionsFrom().map(optionsOf).orElse(field.options());
    }

    private static String moment(Field field, Object value, String path) {
        String subtype = field.rules().subtype();
        String expected = "date".equals(subtype)
                ? "a date such as 2026-02-28"
                : "time".equals(subtype) ? "a time such as 09:30" : "a date and time such as 2026-02-28T09:30+00:00";
        if (!(value instanceof String text)) {
            throw new RefusedAnswerException(path, "must be " + expected + ".");
        }
        try {
            switch (subtype) {
                case "date" -> date(text);
                case "time" -> LocalTime.parse(text.replaceAll("(Z|[+-]\\d{2}:\\d{2})$", ""));
                default -> OffsetDateTime.parse(text);
            }
            return text;
        } catch (DateTimeParseException e) {
            throw new RefusedAnswerException(path, "must be " + expected + ".");
        }
    }

    private static void date(String text) {
        if (!DATE.matcher(text).matches()) {
            throw new DateTimeParseException("not a date", "", 0);
        }
        LocalDate.parse(text);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> rows(Field field, Object value, String path) {
        if (!(value instanceof List<?> list) || !list.stream().allMatch(Map.class::isInstance)) {
            throw new RefusedAnswerException(path, "must be a list of rows.");
        }
        Set<String> keys = field.rows().stream().map(Field::key).collect(Collectors.toSet());
        return ((List<Map<String, Object>>) list)
                .stream()
                        .filter(row -> row.values().stream().anyMatch(cell -> blankToNull(cell) != null))
                        .map(row -> row(field, row, keys, path))
                        .toList();
    }

    private Map<String, Object> row(Field field, Map<String, Object> row, Set<String> keys, String path) {
        for (String key : row.keySet()) {
            if (!keys.contains(key)) {
                throw new RefusedAnswerException(path + "." + key, "is not a field of this form.");
            }
        }
        return accept(field.rows(), row, path + ".");
    }
}
