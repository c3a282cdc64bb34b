package org.throughcare.forms;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/** An answer cannot be accepted. It names the field and never the value; the engine's API answers it with 400. */
public class RefusedAnswerException extends FormFieldValidationException {

    private final String field;
    private final String reason;

    /**
     * @param field the field's key
     * @param reason what is wrong and what to do, without the value
     */
    public RefusedAnswerException(String field, String reason) {
        super(field, field + ": " + reason);
        this.field = field;
        this.reason = reason;
    }

    /** The field's key. */
    public String field() {
        return field;
    }

    /** What is wrong and what to do. */
    public String reason() {
        return reason;
    }
}
