package org.throughcare.journey.followup;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFiles;

/** Plans the next month's look at the support group, as long as she wants her place and the year is not over. */
@Component("planSupportGroupDelegate")
@UsedInModels
class PlanSupportGroupDelegate implements JavaDelegate {

    private static final int MONTHS_OF_THE_YEAR = 12;

    private final CaseFiles cases;
    private final FollowUpClock dates;

    PlanSupportGroupDelegate(CaseFiles cases, FollowUpClock dates) {
        this.cases = cases;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int next = ((Number) execution.getVariable("groupMonth")).intValue() + 1;
        boolean wanted = !"no".equals(execution.getVariable("supportGroupGoesOn"));
        execution.setVariable("groupMonth", next);
        execution.setVariable("supportGroupContinues", wanted && next < MONTHS_OF_THE_YEAR);
        execution.setVariable(
                "supportGroupAt", dates.month(cases.get((String) execution.getVariable("caseNumber")), next));
    }
}
