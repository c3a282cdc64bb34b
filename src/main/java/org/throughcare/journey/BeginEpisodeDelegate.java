package org.throughcare.journey;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFiles;

/** She is in custody again: the phases begin anew in the same case. */
@Component("beginEpisodeDelegate")
@UsedInModels
class BeginEpisodeDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseMessages messages;

    BeginEpisodeDelegate(CaseFiles cases, CaseMessages messages) {
        this.cases = cases;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        execution.setVariables(Map.of(
                "admissionDone", false,
                "assessmentDone", false,
                "caseManagementBegun", false,
                "handoverBegun", false,
                "sameDay", false));
        messages.setCodes(caseNumber, CaseMessages.standardCodes(cases.get(caseNumber)));
    }
}
