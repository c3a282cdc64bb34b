package org.throughcare.journey.assessment;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.forms.SubmittedFormCheck;

/** The lynch-pin need is one that she has, and a second one is another need (study 001). */
@Component
class LynchPinCheck implements SubmittedFormCheck {

    private final AssessedNeeds needs;

    LynchPinCheck(AssessedNeeds needs) {
        this.needs = needs;
    }

    @Override
    public String form() {
        return "chooseLynchPinNeed";
    }

    @Override
    public void check(FormContext context, Map<String, Object> answers) {
        if (!"chosen".equals(answers.get("lynchPinChoice"))) {
            return;
        }
        Object first = answers.get("lynchPinNeed");
        Object second = answers.get("secondLynchPinNeed");
        List<String> hers = needs.of(context.caseNumber()).stream()
                .filter(AssessedNeeds::isNeed)
                .map(need -> need.pathway())
                .toList();
        mustBeHers("lynchPinNeed", first, hers);
        if (second != null) {
            mustBeHers("secondLynchPinNeed", second, hers);
            if (second.equals(first)) {
                throw new RefusedAnswerException("secondLynchPinNeed", "is the same need as the first.");
            }
        }
    }

    private static void mustBeHers(String field, Object pathway, List<String> hers) {
        if (!hers.contains(pathway)) {
            throw new RefusedAnswerException(
                    field, "must be a need that she has. Note how much help she needs there first.");
        }
    }
}
