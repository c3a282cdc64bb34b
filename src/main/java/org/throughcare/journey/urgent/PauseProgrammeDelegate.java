package org.throughcare.journey.urgent;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.ProgrammeSteps;
import org.throughcare.journey.CaseMessages;

/**
 * Asks for her group programmes to be paused, never failed, after news from her family (study 001, Jade). Programme
 * sequencing pauses them and asks her later whether to go on; counselling goes on. Where it does not run, the running
 * programmes are marked as paused here.
 */
@Component("pauseProgrammeDelegate")
@UsedInModels
class PauseProgrammeDelegate implements JavaDelegate {

    private static final String REASON = "Paused after an urgent family concern; her place is kept.";

    private final CaseMessages messages;
    private final ProgrammeSteps steps;

    PauseProgrammeDelegate(CaseMessages messages, ProgrammeSteps steps) {
        this.messages = messages;
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        if (!messages.send("ProgrammePauseRequested", caseNumber, Map.of())) {
            steps.of(caseNumber).stream()
                    .filter(step -> "running".equals(step.status()) && "programme".equals(step.kind()))
                    .forEach(step -> steps.changeStatus(step.id(), "paused", REASON));
        }
    }
}
