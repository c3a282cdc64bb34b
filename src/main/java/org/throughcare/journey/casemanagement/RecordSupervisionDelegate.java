package org.throughcare.journey.casemanagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.caseload.Supervision;
import org.throughcare.caseload.SupervisionSession;

/** Keeps a supervision session that was held or missed, from the codes of its form. */
@Component("recordSupervisionDelegate")
@UsedInModels
class RecordSupervisionDelegate implements JavaDelegate {

    private final Supervision supervision;

    RecordSupervisionDelegate(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean held = "yes".equals(execution.getVariable("sessionHeld"));
        supervision.record(new SupervisionSession(
                (String) execution.getVariable("supervisedPerson"),
                (String) execution.getVariable("site"),
                Instant.parse((String) execution.getVariable("sessionAt")),
                held ? Optional.of(LocalDate.parse((String) execution.getVariable("sessionOn"))) : Optional.empty(),
                "yes".equals(execution.getVariable("caseloadReviewed")),
                Optional.ofNullable((String) execution.getVariable("caseloadView"))));
    }
}
