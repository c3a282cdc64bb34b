package org.throughcare.journey.followup;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.forms.SubmittedFormCheck;

/** Support ends at her own wish only when nobody presses her and a safety net was offered (domain rule 13). */
@Component
class FreeChoiceCheck implements SubmittedFormCheck {

    @Override
    public String form() {
        return "confirmFreeChoice";
    }

    @Override
    public void check(FormContext context, Map<String, Object> answers) {
        if (!"confirmed".equals(answers.get("freeChoice"))) {
            return;
        }
        if ("yes".equals(answers.get("pressureSeen"))) {
            throw new RefusedAnswerException(
                    "freeChoice",
                    "cannot be \"yes\" while somebody presses her. Go on offering and raise an urgent concern.");
        }
        if (answers.get("safetyNet") == null) {
            throw new RefusedAnswerException(
                    "safetyNet", "needs at least one thing that was offered before support ends.");
        }
    }
}
