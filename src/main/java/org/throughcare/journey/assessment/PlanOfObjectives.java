package org.throughcare.journey.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.NewObjective;

/**
 * The objectives as they stand before they are agreed. Contact with her family that is to be rebuilt is always among
 * them (study 001, Ashley): where nobody wrote it down, it is added and she sees it.
 */
@Component
class PlanOfObjectives {

    /** The value of {@code contactWork} that asks for an objective of its own. */
    static final String REBUILD = "rebuild";

    static final String FAMILY = Pathway.FAMILY.code();

    private static final NewObjective CONTACT =
            new NewObjective("Contact with her family: a visit is arranged and recorded", FAMILY, "prison", null);

    private final Facts facts;

    PlanOfObjectives(Facts facts) {
        this.facts = facts;
    }

    /**
     * The objectives that she is shown.
     *
     * @param contactWork what the table {@code familyContact} decided
     */
    List<NewObjective> of(String caseNumber, Object contactWork) {
        List<NewObjective> objectives = new ArrayList<>();
        if (facts.value(caseNumber, "objectives").orElse(List.of()) instanceof List<?> rows) {
            rows.forEach(row -> objectives.add(objective((Map<?, ?>) row)));
        }
        boolean familyIsIn = objectives.stream().anyMatch(objective -> FAMILY.equals(objective.pathway()));
        if (REBUILD.equals(contactWork) && !familyIsIn) {
            objectives.add(CONTACT);
        }
        return objectives;
    }

    private static NewObjective objective(Map<?, ?> row) {
        Object date = row.get("targetDate");
        return new NewObjective(
                String.valueOf(row.get("description")),
                (String) row.get("pathway"),
                (String) row.get("side"),
                date == null ? null : LocalDate.parse(date.toString()));
    }
}
