package org.throughcare.journey.assessment;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.NewObjective;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;

/** Her plan as she and the supervisor see it. */
@Component
class PlanOnForms implements FormValueSource {

    private static final Map<String, String> SIDES =
            Map.of("prison", "Prison", "community", "Community", "both", "Both");

    private final PlanOfObjectives plan;

    PlanOnForms(PlanOfObjectives plan) {
        this.plan = plan;
    }

    @Override
    public String key() {
        return "plannedObjectives";
    }

    @Override
    public Object value(FormContext context) {
        List<NewObjective> objectives =
                plan.of(context.caseNumber(), context.codes().get("contactWork"));
        return objectives.stream().map(PlanOnForms::row).toList();
    }

    private static Map<String, Object> row(NewObjective objective) {
        return Map.of(
                "description", objective.description(),
                "pathway", Pathway.of(objective.pathway()).map(Pathway::label).orElse(""),
                "side", SIDES.getOrDefault(objective.side(), ""),
                "targetDate",
                        objective.targetDate() == null
                                ? ""
                                : objective.targetDate().toString());
    }
}
