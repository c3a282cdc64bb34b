package org.throughcare.journey.casemanagement;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Journal;

/** Notes a week without a recorded meeting; nothing follows from it for her. */
@Component("noteMissedMeetingDelegate")
@UsedInModels
class NoteMissedMeetingDelegate implements JavaDelegate {

    private final Journal journal;

    NoteMissedMeetingDelegate(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        journal.write(
                (String) execution.getVariable("caseNumber"),
                "meetingNotRecorded",
                "No weekly meeting was recorded this week. The next one stands.",
                Map.of());
    }
}
