package org.throughcare.journey.followup;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Objectives;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;

/** Her objectives and where they stand, for the look back on the year. */
@Component
class ObjectivesOfYear implements FormValueSource {

    private static final Map<String, String> STATUSES = Map.of(
            "planned", "Planned",
            "inProgress", "In progress",
            "completed", "Completed",
            "outstanding", "Outstanding",
            "declined", "She declined");

    private final Objectives objectives;

    ObjectivesOfYear(Objectives objectives) {
        this.objectives = objectives;
    }

    @Override
    public String key() {
        return "objectivesOfYear";
    }

    @Override
    public Object value(FormContext context) {
        return objectives.of(context.caseNumber()).stream()
                .map(objective -> Map.of(
                        "objective", objective.description(),
                        "status", STATUSES.getOrDefault(objective.status(), objective.status())))
                .toList();
    }
}
