package org.throughcare.journey.assessment;

import org.springframework.stereotype.Component;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;

/** Tells whoever writes the plan what was decided about contact with her family. */
@Component
class FamilyContactNote implements FormValueSource {

    @Override
    public String key() {
        return "familyContactNote";
    }

    @Override
    public Object value(FormContext context) {
        return PlanOfObjectives.REBUILD.equals(context.codes().get("contactWork"))
                ? "She wants contact with her family back. Write an objective for it in her words; if there is none, one is added."
                : "";
    }
}
