package org.throughcare.forms;

import java.util.List;
import java.util.Optional;

/**
 * A form as people read it.
 *
 * @param title its heading
 * @param explanations what it says beside its questions
 * @param questions its questions in their order, groups taken apart
 */
public record FormText(String id, String title, List<String> explanations, List<Question> questions) {

    /** The question with that key. */
    public Optional<Question> question(String key) {
        return questions.stream().filter(question -> question.key().equals(key)).findFirst();
    }

    FormText with(List<Question> asked) {
        return new FormText(id, title, explanations, List.copyOf(asked));
    }
}
