package org.throughcare.journey.programmes;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.forms.SubmittedFormCheck;

/** No visit is arranged before she was asked alone whether anybody who comes threatens her (000; domain rule 16). */
@Component
class ContactSafeCheck implements SubmittedFormCheck {

    @Override
    public String form() {
        return "arrangeFamilyVisit";
    }

    @Override
    public void check(FormContext context, Map<String, Object> answers) {
        if ("yes".equals(answers.get("visitArranged")) && !"yes".equals(answers.get("contactSafe"))) {
            throw new RefusedAnswerException(
                    "contactSafe",
                    "must be \"yes\" before a visit is arranged. Otherwise note why it is not possible now.");
        }
    }
}
