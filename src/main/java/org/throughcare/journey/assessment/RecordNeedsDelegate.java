package org.throughcare.journey.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Journal;
import org.throughcare.casefile.Need;
import org.throughcare.casefile.Needs;

/** Writes her needs over all pathways to the record. */
@Component("recordNeedsDelegate")
@UsedInModels
class RecordNeedsDelegate implements JavaDelegate {

    private final AssessedNeeds assessed;
    private final Needs needs;
    private final Facts facts;
    private final Journal journal;

    RecordNeedsDelegate(AssessedNeeds assessed, Needs needs, Facts facts, Journal journal) {
        this.assessed = assessed;
        this.needs = needs;
        this.facts = facts;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        List<Need> found = assessed.of(caseNumber);
        found.forEach(need -> needs.record(caseNumber, need));
        if ("none".equals(execution.getVariable("lynchPinChoice"))) {
            forgetEarlierChoice(caseNumber);
        }
        List<String> open =
                found.stream().filter(AssessedNeeds::isNeed).map(Need::pathway).toList();
        journal.write(caseNumber, "needsRecorded", "Her needs are recorded.", Map.of("needs", open));
    }

    /** Without a choice this time, one of an earlier time in prison must not decide what she takes part in. */
    private void forgetEarlierChoice(String caseNumber) {
        Map<String, Object> none = new HashMap<>();
        none.put("lynchPinNeed", null);
        none.put("secondLynchPinNeed", null);
        facts.put(caseNumber, Facts.CASE, none, "recordNeedsDelegate");
    }
}
