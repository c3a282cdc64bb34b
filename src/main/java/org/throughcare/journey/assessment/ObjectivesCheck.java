package org.throughcare.journey.assessment;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.forms.SubmittedFormCheck;

/** A plan that she is shown holds at least one objective. */
@Component
class ObjectivesCheck implements SubmittedFormCheck {

    @Override
    public String form() {
        return "planObjectives";
    }

    @Override
    public void check(FormContext context, Map<String, Object> answers) {
        boolean none = !(answers.get("objectives") instanceof List<?> rows) || rows.isEmpty();
        boolean contactOnly = PlanOfObjectives.REBUILD.equals(context.codes().get("contactWork"));
        if (none && !contactOnly) {
            throw new RefusedAnswerException("objectives", "needs at least one objective, so that she can answer it.");
        }
    }
}
