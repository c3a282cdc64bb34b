package org.throughcare.journey.handover;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Journal;

/** She withdrew her consent: the handover stops where it is (domain rule 9). */
@Component("stopHandoverDelegate")
@UsedInModels
class StopHandoverDelegate implements JavaDelegate {

    private final Journal journal;

    StopHandoverDelegate(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean sent = Boolean.TRUE.equals(execution.getVariable("handoverSent"));
        execution.setVariable("handoverSent", sent);
        journal.write(
                (String) execution.getVariable("caseNumber"),
                "handoverStopped",
                sent
                        ? "She withdrew her consent after the handover had gone out. The community team is asked to stop."
                        : "She withdrew her consent before the handover went out.",
                Map.of("sent", sent));
    }
}
