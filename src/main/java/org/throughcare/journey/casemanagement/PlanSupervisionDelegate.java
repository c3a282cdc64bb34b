package org.throughcare.journey.casemanagement;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.caseload.PlannedSession;
import org.throughcare.caseload.Supervision;

/** Sets the moment of the next supervision session, {@code sessionAt}, and when it counts as overdue. */
@Component("planSupervisionDelegate")
@UsedInModels
class PlanSupervisionDelegate implements JavaDelegate {

    private final Supervision supervision;

    PlanSupervisionDelegate(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Instant> last =
                Optional.ofNullable((String) execution.getVariable("sessionAt")).map(Instant::parse);
        PlannedSession next = supervision.next(
                (String) execution.getVariable("supervisedPerson"), (String) execution.getVariable("site"), last);
        execution.setVariable("sessionAt", next.at().toString());
        execution.setVariable("sessionOverdueAt", next.overdueAt().toString());
    }
}
