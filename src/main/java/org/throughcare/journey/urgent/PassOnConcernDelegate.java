package org.throughcare.journey.urgent;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.UrgentFlags;
import org.throughcare.time.WorkingCalendar;

/** Another team takes over the response, with as much time as the first had. */
@Component("passOnConcernDelegate")
@UsedInModels
class PassOnConcernDelegate implements JavaDelegate {

    private final UrgentFlags flags;
    private final WorkingCalendar calendar;
    private final Clock clock;

    PassOnConcernDelegate(UrgentFlags flags, WorkingCalendar calendar, Clock clock) {
        this.flags = flags;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String role = (String) execution.getVariable("passedOnTo");
        String within = (String) execution.getVariable("respondWithin");
        Instant respondBy = calendar.dueAfter((String) execution.getVariable("site"), within, clock.instant());
        flags.passedOn((long) execution.getVariable("flagId"), role, respondBy);
        execution.setVariable("responsibleRole", role);
        execution.setVariable("respondBy", respondBy.toString());
    }
}
