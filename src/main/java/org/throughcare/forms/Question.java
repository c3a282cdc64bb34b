package org.throughcare.forms;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One question of a form as people read it.
 *
 * @param key the fact's key
 * @param type the component's type, such as {@code textarea}
 * @param subtype date, time or datetime of a moment; null otherwise
 * @param label the question
 * @param help a short explanation; null when there is none
 * @param required whether an answer is needed
 * @param longest the most characters of a text; null when it does not say
 * @param hiddenWhen FEEL conditions; the question is not asked when one is true
 * @param options the answers to choose from; empty when anything fits, or when {@code optionsFrom} gives them
 * @param optionsFrom where the options come from; null when they stand in the form
 * @param rows the questions of each row of a list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Question(
        String key,
        String type,
        String subtype,
        String label,
        String help,
        boolean required,
        Integer longest,
        List<String> hiddenWhen,
        List<Option> options,
        String optionsFrom,
        List<Question> rows) {

    /** An answer to choose. */
    public record Option(String value, String label) {}

    /** The same question with these options. */
    Question with(List<Option> found) {
        return new Question(
                key, type, subtype, label, help, required, longest, hiddenWhen, List.copyOf(found), optionsFrom, rows);
    }
}
