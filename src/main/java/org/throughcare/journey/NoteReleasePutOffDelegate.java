package org.throughcare.journey;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Journal;

/** She did not leave: custody goes on and her release is prepared for the new date. */
@Component("noteReleasePutOffDelegate")
@UsedInModels
class NoteReleasePutOffDelegate implements JavaDelegate {

    private final Journal journal;

    NoteReleasePutOffDelegate(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        journal.write(
                (String) execution.getVariable("caseNumber"),
                "releasePutOff",
                "She did not leave. Custody goes on.",
                Map.of());
        execution.setVariable("caseManagementBegun", false);
    }
}
