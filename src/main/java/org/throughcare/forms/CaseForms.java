package org.throughcare.forms;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.throughcare.engine.AsApplication;

/**
 * Forms that a page shows outside of any task. They pass the same gate as the forms of tasks and leave the same line in
 * the journal.
 */
@Component
public class CaseForms {

    private final FormLibrary library;
    private final RecordForms forms;
    private final AsApplication asApplication;
    private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();

    CaseForms(FormLibrary library, RecordForms forms, AsApplication asApplication) {
        this.library = library;
        this.forms = forms;
        this.asApplication = asApplication;
    }

    /**
     * The form with the options that it has for this case.
     *
     * @throws IllegalArgumentException when there is no such form
     */
    public FormText read(String form, FormContext context) {
        FormText text =
                library.find(form).orElseThrow(() -> new IllegalArgumentException("There is no form " + form + "."));
        return text.with(text.questions().stream()
                .map(question -> question.optionsFrom() == null
                        ? question
                        : question.with(forms.options(question.optionsFrom(), context).stream()
                                .map(CaseForms::option)
                                .toList()))
                .toList());
    }

    private static Question.Option option(Map<?, ?> option) {
        return new Question.Option(String.valueOf(option.get("value")), String.valueOf(option.get("label")));
    }

    /**
     * Checks the answers, acts on them and keeps them, in one transaction of record and engine.
     *
     * @param act what follows from the answers, which are complete and well formed; unanswered keys are null
     * @throws RefusedAnswerException when an answer cannot be accepted; then nothing has happened
     */
    public void submit(
            String form, FormContext context, Map<String, Object> answers, Consumer<Map<String, Object>> act) {
        FormSchema schema = schemas.computeIfAbsent(form, CaseForms::schema);
        asApplication.run(() -> {
            Map<String, Object> accepted = forms.accept(schema, context, answers);
            act.accept(accepted);
            forms.store(schema, context, accepted, form);
        });
    }

    private static FormSchema schema(String form) {
        try (InputStream content = CaseForms.class.getResourceAsStream("/forms/" + form + ".form")) {
            return FormSchema.read(form, content);
        } catch (IOException e) {
            throw new IllegalStateException("The form " + form + " cannot be read.", e);
        }
    }
}
