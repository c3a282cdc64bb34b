package org.throughcare.journey.casemanagement;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.decisions.Decisions;

/** Says for which track this round plans, when the next one is due, and whether she is still in custody. */
@Component("beginPlanningRoundDelegate")
@UsedInModels
class BeginPlanningRoundDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final Decisions decisions;

    BeginPlanningRoundDelegate(CaseFiles cases, Decisions decisions) {
        this.cases = cases;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = cases.get((String) execution.getVariable("caseNumber"));
        Object reviewEvery = decisions
                .decide("planReviewInterval", file.caseNumber(), Map.of())
                .only()
                .get("reviewEvery");
        execution.setVariable("inCustody", file.isInCustody());
        execution.setVariable("plannedTrack", execution.getVariable("track"));
        execution.setVariable("planStillFits", "yes");
        execution.setVariable("reviewEvery", reviewEvery);
        execution.setVariable("phase", PreRelease.PHASE);
    }
}
