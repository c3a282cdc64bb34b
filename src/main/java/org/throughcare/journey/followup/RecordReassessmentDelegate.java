package org.throughcare.journey.followup;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Need;
import org.throughcare.casefile.Needs;

/**
 * Keeps what a reassessment found: her needs, a contact plan looked at again, and the date of the next reassessment,
 * every three months within the year (study 000).
 */
@Component("recordReassessmentDelegate")
@UsedInModels
class RecordReassessmentDelegate implements JavaDelegate {

    private static final int MONTHS_BETWEEN = 3;
    private static final int MONTHS_OF_THE_YEAR = 12;
    private static final List<String> PATHWAYS = List.of(
            "Accommodation",
            "Employment",
            "PhysicalHealth",
            "MentalHealth",
            "DrugsAlcohol",
            "Finance",
            "Family",
            "Thinking",
            "Abuse",
            "SexWork",
            "IdentityPapers",
            "Motherhood",
            "Legal",
            "Culture",
            "Communication");

    private final CaseFiles cases;
    private final Facts facts;
    private final Needs needs;
    private final FollowUpClock dates;
    private final ContactPlan plan;

    RecordReassessmentDelegate(CaseFiles cases, Facts facts, Needs needs, FollowUpClock dates, ContactPlan plan) {
        this.cases = cases;
        this.facts = facts;
        this.needs = needs;
        this.dates = dates;
        this.plan = plan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        recordNeeds(caseNumber);
        int next = ((Number) execution.getVariable("reassessmentMonth")).intValue() + MONTHS_BETWEEN;
        execution.setVariable("reassessmentMonth", next);
        execution.setVariable("reassessAgain", next < MONTHS_OF_THE_YEAR);
        execution.setVariable("reassessmentAt", dates.month(cases.get(caseNumber), next));
        plan.lookAgain(caseNumber);
    }

    private void recordNeeds(String caseNumber) {
        Map<String, Object> known = facts.of(caseNumber);
        Map<String, Need> before =
                needs.of(caseNumber).stream().collect(Collectors.toMap(Need::pathway, Function.identity()));
        for (String name : PATHWAYS) {
            Object level = known.get("need" + name);
            Object status = known.get("status" + name);
            if (level != null || status != null) {
                String pathway = Character.toLowerCase(name.charAt(0)) + name.substring(1);
                needs.record(caseNumber, need(pathway, level, status, before.get(pathway)));
            }
        }
    }

    /** Who is responsible and the target date stay as agreed; a need found only now belongs to the community. */
    private static Need need(String pathway, Object level, Object status, Need before) {
        return new Need(
                pathway,
                level == null ? null : level.toString(),
                status == null ? "notStarted" : status.toString(),
                before == null ? "community" : before.side(),
                before == null ? null : before.targetDate());
    }
}
