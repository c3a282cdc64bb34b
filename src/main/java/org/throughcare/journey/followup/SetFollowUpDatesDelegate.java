package org.throughcare.journey.followup;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Facts;

/** Works out the dates of the year after release and who gives the view on health. */
@Component("setFollowUpDatesDelegate")
@UsedInModels
class SetFollowUpDatesDelegate implements JavaDelegate {

    private static final Set<String> A_NEED = Set.of("low", "medium", "high");

    private final CaseFiles cases;
    private final Facts facts;
    private final FollowUpClock dates;

    SetFollowUpDatesDelegate(CaseFiles cases, Facts facts, FollowUpClock dates) {
        this.cases = cases;
        this.facts = facts;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = cases.get((String) execution.getVariable("caseNumber"));
        execution.setVariable("phase", "followUp");
        execution.setVariable("day14At", dates.day(file, 14));
        execution.setVariable("day28At", dates.day(file, 28));
        execution.setVariable("groupMonth", 1);
        execution.setVariable("supportGroupAt", dates.month(file, 1));
        execution.setVariable("reassessmentMonth", 3);
        execution.setVariable("reassessmentAt", dates.month(file, 3));
        execution.setVariable("yearEndsAt", dates.endOfYear(file));
        execution.setVariable("healthAdviser", healthAdviser(file.caseNumber()));
    }

    private String healthAdviser(String caseNumber) {
        return facts.text(caseNumber, "needDrugsAlcohol")
                        .filter(A_NEED::contains)
                        .isPresent()
                ? "substanceMisuse"
                : "healthcare";
    }
}
