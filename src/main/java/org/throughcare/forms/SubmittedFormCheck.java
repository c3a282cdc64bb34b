package org.throughcare.forms;

import java.util.Map;

/** A rule over several answers of one form, checked before anything is stored. */
public interface SubmittedFormCheck {

    /** The form's id. */
    String form();

    /**
     * Checks the answers, which are complete and well formed.
     *
     * @throws RefusedAnswerException when they cannot be accepted
     */
    void check(FormContext context, Map<String, Object> answers);
}
