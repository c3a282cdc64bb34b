package org.throughcare.journey.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Journal;
import org.throughcare.casefile.NewObjective;
import org.throughcare.casefile.Objective;
import org.throughcare.casefile.Objectives;

/**
 * Writes the plan that she has seen. Objectives of a plan that she declines are kept as declined, and the journey goes
 * on. Which objective is about contact with her family stays known as {@code familyContactObjective}.
 */
@Component("recordObjectivesDelegate")
@UsedInModels
class RecordObjectivesDelegate implements JavaDelegate {

    private static final Set<String> ALIVE = Set.of("planned", "inProgress");

    private final PlanOfObjectives plan;
    private final Objectives objectives;
    private final Facts facts;
    private final Journal journal;

    RecordObjectivesDelegate(PlanOfObjectives plan, Objectives objectives, Facts facts, Journal journal) {
        this.plan = plan;
        this.objectives = objectives;
        this.facts = facts;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        Object contactWork = execution.getVariable("contactWork");
        boolean declined = "declined".equals(execution.getVariable("herAgreement"));
        List<NewObjective> agreed = plan.of(caseNumber, contactWork);
        Map<String, Long> alive = objectives.of(caseNumber).stream()
                .filter(objective -> ALIVE.contains(objective.status()))
                .collect(Collectors.toMap(Objective::description, Objective::id, (first, second) -> first));
        Long contact = null;
        for (NewObjective objective : agreed) {
            Long id = alive.computeIfAbsent(objective.description(), any -> objectives.add(caseNumber, objective));
            if (declined) {
                objectives.changeStatus(id, "declined", "She declined the plan.");
            } else if (contact == null && PlanOfObjectives.FAMILY.equals(objective.pathway())) {
                contact = id;
            }
        }
        rememberContact(caseNumber, PlanOfObjectives.REBUILD.equals(contactWork) ? contact : null);
        journal.write(
                caseNumber,
                declined ? "planDeclined" : "planAgreed",
                declined ? "She has seen the plan and declines it." : "She has seen the plan and agrees.",
                Map.of("objectives", agreed.size()));
    }

    private void rememberContact(String caseNumber, Long objective) {
        Map<String, Object> link = new HashMap<>();
        link.put("familyContactObjective", objective);
        facts.put(caseNumber, Facts.CASE, link, "recordObjectivesDelegate");
    }
}
