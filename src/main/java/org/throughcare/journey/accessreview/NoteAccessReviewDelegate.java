package org.throughcare.journey.accessreview;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.BrokenGlass;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Journal;

/** Journals what the supervisor found: in the case that was opened, or by itself when it was about many. */
@Component("noteAccessReviewDelegate")
@UsedInModels
class NoteAccessReviewDelegate implements JavaDelegate {

    private final Journal journal;
    private final BrokenGlass glass;

    NoteAccessReviewDelegate(Journal journal, BrokenGlass glass) {
        this.journal = journal;
        this.glass = glass;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reader = (String) execution.getVariable("reader");
        String found = (String) execution.getVariable("accessFound");
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reader", reader);
        details.put("readingKind", execution.getVariable("readingKind"));
        details.put("casesRead", execution.getVariable("casesRead"));
        details.put("found", found);
        journal.write(
                caseRead(execution),
                "accessReviewed",
                "The supervisor looked at what " + reader + " read: " + found + ".",
                details);
    }

    private String caseRead(DelegateExecution execution) {
        return execution.getVariable(AccessReviews.EMERGENCY_ID) instanceof Long emergency
                ? glass.caseOf(emergency).orElse(null)
                : null;
    }
}
