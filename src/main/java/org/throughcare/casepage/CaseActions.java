package org.throughcare.casepage;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.throughcare.engine.SecondTry;
import org.throughcare.forms.CaseForms;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormText;

/** The actions of the case page. */
@Component
class CaseActions {

    private final List<CaseAction> actions;
    private final CaseForms forms;

    CaseActions(List<CaseAction> actions, CaseForms forms) {
        this.actions = actions;
        this.forms = forms;
    }

    /** The names of those that are offered to that reader now. */
    List<String> offeredTo(CaseReader reader) {
        return actions.stream()
                .filter(action -> action.isOfferedTo(reader))
                .map(CaseAction::name)
                .toList();
    }

    /** The form of an action, without the question for the case number: the page knows it. */
    FormText form(CaseReader reader, String name) {
        CaseAction action = offered(reader, name);
        FormText form = forms.read(action.form(), context(reader));
        return new FormText(
                form.id(),
                form.title(),
                form.explanations(),
                form.questions().stream()
                        .filter(question -> !"caseNumber".equals(question.key()))
                        .toList());
    }

    /**
     * Does what was asked.
     *
     * @throws ErrorResponseException 403 when it is not offered to that person now
     */
    void take(CaseReader reader, String name, Map<String, Object> answers) {
        CaseAction action = offered(reader, name);
        SecondTry.of(() -> {
            action.take(reader, answers);
            return name;
        });
    }

    private CaseAction offered(CaseReader reader, String name) {
        return actions.stream()
                .filter(action -> action.name().equals(name))
                .filter(action -> action.isOfferedTo(reader))
                .findFirst()
                .orElseThrow(() -> new ErrorResponseException(
                        HttpStatus.FORBIDDEN,
                        ProblemDetail.forStatusAndDetail(
                                HttpStatus.FORBIDDEN, "This is not for you to do on this case now."),
                        null));
    }

    static FormContext context(CaseReader reader) {
        return new FormContext(reader.caseNumber(), reader.file().site(), "", Map.of());
    }
}
