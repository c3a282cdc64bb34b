package org.throughcare.casepage;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughcare.forms.FormLibrary;
import org.throughcare.forms.FormText;
import org.throughcare.forms.Question;
import org.throughcare.words.Words;

/** Facts and answers as the forms word them. */
@Component
class Answers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private final FormLibrary library;
    private final ChosenWords chosen;

    Answers(FormLibrary library, ChosenWords chosen) {
        this.library = library;
        this.chosen = chosen;
    }

    /**
     * An answer in words.
     *
     * @param key the fact's key
     */
    record Answer(String key, String question, String answer) {}

    /** The form's heading; its id in words when this version has no such form. */
    String titleOf(String form) {
        return library.find(form).map(FormText::title).orElseGet(() -> Words.spoken(form));
    }

    /** The keys that the form asks for. */
    List<String> keysOf(String form) {
        return library.find(form)
                .map(text -> text.questions().stream().map(Question::key).toList())
                .orElse(List.of());
    }

    /** The answers of a submitted form, in the form's order. */
    List<Answer> of(String form, Map<String, ?> given) {
        List<Answer> answers = new ArrayList<>();
        Optional<FormText> text = library.find(form);
        text.map(FormText::questions).orElse(List.of()).stream()
                .filter(question -> given.get(question.key()) != null)
                .forEach(question -> answers.add(answer(question, given.get(question.key()))));
        given.forEach((key, value) -> {
            if (value != null && text.flatMap(known -> known.question(key)).isEmpty()) {
                answers.add(of(key, value));
            }
        });
        return List.copyOf(answers);
    }

    /** Facts by the form that asks for them, each in the first one that does; under an empty title what none asks for. */
    Map<String, List<Answer>> byForm(Map<String, ?> facts) {
        Map<String, Object> left = new LinkedHashMap<>(facts);
        left.values().removeIf(Objects::isNull);
        Map<String, List<Answer>> forms = new LinkedHashMap<>();
        for (FormText form : library.all()) {
            List<Answer> own = form.questions().stream()
                    .filter(question -> left.containsKey(question.key()))
                    .map(question -> answer(question, left.remove(question.key())))
                    .toList();
            if (!own.isEmpty()) {
                forms.put(form.title(), own);
            }
        }
        if (!left.isEmpty()) {
            forms.put(
                    "",
                    left.entrySet().stream()
                            .map(fact -> of(fact.getKey(), fact.getValue()))
                            .toList());
        }
        return forms;
    }

    /** A fact with the question that asks for it. */
    Answer of(String key, Object value) {
        return library.question(key)
                .map(question -> answer(question, value))
                .orElseGet(() -> new Answer(key, Words.spoken(key), plain(value)));
    }

    private Answer answer(Question question, Object value) {
        return new Answer(question.key(), question.label(), inWords(question, value));
    }

    private String inWords(Question question, Object value) {
        if (value instanceof Collection<?> several) {
            String separator = question.rows().isEmpty() ? ", " : "\n";
            return several.stream().map(one -> inWords(question, one)).collect(Collectors.joining(separator));
        }
        if (value instanceof Map<?, ?> row) {
            return row(question.rows(), row);
        }
        if (question.optionsFrom() != null) {
            return chosen.of(question.optionsFrom(), String.valueOf(value));
        }
        return question.options().stream()
                .filter(option -> option.value().equals(String.valueOf(value)))
                .map(Question.Option::label)
                .findFirst()
                .orElseGet(() -> "datetime".equals(question.type()) ? day(String.valueOf(value)) : plain(value));
    }

    private String row(List<Question> columns, Map<?, ?> row) {
        return columns.stream()
                .filter(column -> row.get(column.key()) != null)
                .map(column -> column.label().replaceFirst("[?:]$", "") + ": " + inWords(column, row.get(column.key())))
                .collect(Collectors.joining("; "));
    }

    private static String plain(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(Answers::plain).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> row) {
            return row.entrySet().stream()
                    .filter(cell -> cell.getValue() != null)
                    .map(cell -> Words.spoken(String.valueOf(cell.getKey())) + ": " + plain(cell.getValue()))
                    .collect(Collectors.joining("; "));
        }
        if (value instanceof Boolean answer) {
            return answer ? "Yes" : "No";
        }
        return String.valueOf(value);
    }

    /** A civil date as people write it; anything else as it is. */
    static String day(String text) {
        try {
            return DAY.format(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
