package org.throughcare.journey.programmes;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.forms.SubmittedFormCheck;

/** A group is not offered again while the individual work before it was closed without being completed (Tina). */
@Component
class TalkOverNextCheck implements SubmittedFormCheck {

    private final StepGate gate;

    TalkOverNextCheck(StepGate gate) {
        this.gate = gate;
    }

    @Override
    public String form() {
        return "talkOverNext";
    }

    @Override
    public void check(FormContext context, Map<String, Object> answers) {
        boolean again = "tryAgain".equals(answers.get("whatNext"));
        if (again && gate.isShut(context.codes().get("stepId"))) {
            throw new RefusedAnswerException(
                    "whatNext",
                    "cannot be \"offer it again\": the work before it was closed. Choose individual work first, something else, or close it.");
        }
    }
}
