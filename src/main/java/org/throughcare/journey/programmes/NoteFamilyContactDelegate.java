package org.throughcare.journey.programmes;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Objective;
import org.throughcare.casefile.Objectives;
import org.throughcare.casefile.ProgrammeSteps;

/**
 * Takes in what came of a visit or of the attempt to arrange one: {@code stepState} becomes running while another visit
 * follows, completed, or leftEarly. The objective of family contact in her plan moves with it (study 001, Ashley).
 */
@Component("noteFamilyContactDelegate")
@UsedInModels
class NoteFamilyContactDelegate implements JavaDelegate {

    private final Facts facts;
    private final Objectives objectives;
    private final ProgrammeSteps steps;

    NoteFamilyContactDelegate(Facts facts, Objectives objectives, ProgrammeSteps steps) {
        this.facts = facts;
        this.objectives = objectives;
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StepCodes codes = new StepCodes(execution);
        String state =
                switch (codes.text("visitArranged")) {
                    case "yes" -> afterVisit(codes.text("afterVisit"));
                    case "notPossible" -> "leftEarly";
                    default -> "running";
                };
        boolean arranged = "yes".equals(codes.text("visitArranged"));
        codes.set("visitDate", null);
        codes.set("stepState", state);
        if (arranged && !"running".equals(steps.get(codes.stepId()).status())) {
            steps.changeStatus(codes.stepId(), "running", "A visit was arranged.");
        }
        if ("completed".equals(state)) {
            moveObjective(codes.caseNumber(), "completed", "Contact with her family stands.");
        } else if (arranged) {
            moveObjective(codes.caseNumber(), "inProgress", "A visit was arranged and recorded.");
        }
    }

    private static String afterVisit(String answer) {
        return switch (answer) {
            case "done" -> "completed";
            case "stop" -> "leftEarly";
            default -> "running";
        };
    }

    private void moveObjective(String caseNumber, String status, String reason) {
        facts.value(caseNumber, "familyContactObjective")
                .map(id -> ((Number) id).longValue())
                .flatMap(id -> objectives.of(caseNumber).stream()
                        .filter(objective -> objective.id() == id)
                        .findFirst())
                .filter(objective -> !status.equals(objective.status()))
                .map(Objective::id)
                .ifPresent(id -> objectives.changeStatus(id, status, reason));
    }
}
