package org.throughcare.journey.casemanagement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Objective;
import org.throughcare.casefile.Objectives;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;

/** Her objectives as rows of a form's table, in words. */
@Component
class PlanObjectives implements FormValueSource {

    private static final Map<String, String> WORDS = Map.of(
            "planned", "Planned",
            "inProgress", "Under way",
            "completed", "Reached",
            "outstanding", "Still open",
            "declined", "She does not want it",
            "prison", "In prison",
            "community", "In the community",
            "both", "Both");

    private final Objectives objectives;

    PlanObjectives(Objectives objectives) {
        this.objectives = objectives;
    }

    @Override
    public String key() {
        return "planObjectives";
    }

    @Override
    public Object value(FormContext context) {
        return context.hasCase()
                ? objectives.of(context.caseNumber()).stream()
                        .map(PlanObjectives::row)
                        .toList()
                : List.of();
    }

    private static Map<String, Object> row(Objective objective) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("description", objective.description());
        row.put("status", WORDS.getOrDefault(objective.status(), objective.status()));
        row.put("side", objective.side() == null ? "" : WORDS.getOrDefault(objective.side(), objective.side()));
        row.put(
                "targetDate",
                objective.targetDate() == null ? "" : objective.targetDate().toString());
        return row;
    }
}
