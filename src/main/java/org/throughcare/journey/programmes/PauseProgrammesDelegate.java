package org.throughcare.journey.programmes;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Journal;
import org.throughcare.casefile.ProgrammeStep;
import org.throughcare.casefile.ProgrammeSteps;

/**
 * Pauses her running groups; counselling and other work one to one goes on, for that is what helps her now (study 001,
 * Jade). A paused step is not failed: she is asked later whether to go on.
 */
@Component("pauseProgrammesDelegate")
@UsedInModels
class PauseProgrammesDelegate implements JavaDelegate {

    private final ProgrammeSteps steps;
    private final Deliveries deliveries;
    private final Journal journal;

    PauseProgrammesDelegate(ProgrammeSteps steps, Deliveries deliveries, Journal journal) {
        this.steps = steps;
        this.deliveries = deliveries;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        List<ProgrammeStep> running = steps.of(caseNumber).stream()
                .filter(step -> "running".equals(step.status()))
                .filter(step -> deliveries.of(step.activity()).isGroup())
                .toList();
        running.forEach(step -> steps.changeStatus(step.id(), "paused", "Paused; her place is kept."));
        journal.write(
                caseNumber,
                "programmesPaused",
                running.isEmpty() ? "A pause was asked for; no group is running." : "Her groups are paused.",
                Map.of("steps", running.stream().map(ProgrammeStep::activity).toList()));
        StepCodes.tellAll(execution);
    }
}
