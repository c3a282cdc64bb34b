package org.throughcare.journey;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFiles;

/** She is out at a moment that nobody planned, as from court: release day turns to reaching her today. */
@Component("noteUnplannedReleaseDelegate")
@UsedInModels
class NoteUnplannedReleaseDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final Clock clock;

    NoteUnplannedReleaseDelegate(CaseFiles cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Date releasedAt = (Date) execution.getVariable("releasedAt");
        cases.recordRelease(
                (String) execution.getVariable("caseNumber"),
                releasedAt == null ? clock.instant() : releasedAt.toInstant());
        execution.setVariable("sameDay", true);
    }
}
