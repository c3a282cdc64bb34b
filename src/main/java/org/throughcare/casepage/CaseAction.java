package org.throughcare.casepage;

import java.util.Map;

/** Something that staff may do at any time of a case, with a form. */
interface CaseAction {

    /** Its name in addresses. */
    String name();

    /** The id of its form. */
    String form();

    /** Whether that person may do it now. */
    boolean isOfferedTo(CaseReader reader);

    /**
     * Does it, wholly or not at all.
     *
     * @param answers the form's fields as they were sent
     * @throws org.throughcare.forms.RefusedAnswerException when an answer cannot be accepted
     */
    void take(CaseReader reader, Map<String, Object> answers);
}
