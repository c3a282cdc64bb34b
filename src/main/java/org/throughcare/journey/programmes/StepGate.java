package org.throughcare.journey.programmes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.ProgrammeStep;
import org.throughcare.casefile.ProgrammeSteps;

/**
 * Whether a step may begin. It waits for the step that its gate names, or for what has replaced that one; it opens only
 * when that is completed (study 001: individual work before a group programme, Tina).
 */
@Component("stepGate")
@UsedInModels
public class StepGate {

    private static final String REPLACED_BY = "replacedBy";

    private final ProgrammeSteps steps;
    private final Facts facts;

    StepGate(ProgrammeSteps steps, Facts facts) {
        this.steps = steps;
        this.facts = facts;
    }

    /** Whether nothing stands before that step any more. */
    public boolean isOpen(Object stepId) {
        ProgrammeStep step = step(stepId);
        return !hasGate(step)
                || earlierWork(step)
                        .filter(earlier -> "completed".equals(earlier.status()))
                        .isPresent();
    }

    /** Whether the work before that step ended without being completed. */
    public boolean isShut(Object stepId) {
        ProgrammeStep step = step(stepId);
        return hasGate(step)
                && !isOpen(stepId)
                && earlierWork(step).map(ProgrammeStep::isEnded).orElse(true);
    }

    /** Whether that step is paused. */
    public boolean isPaused(Object stepId) {
        return "paused".equals(step(stepId).status());
    }

    /** The step that must be completed before that one, if it has a gate. */
    Optional<ProgrammeStep> earlierWork(ProgrammeStep step) {
        return steps.of(step.caseNumber()).stream()
                .filter(other -> other.activity().equals(step.gate()))
                .max(Comparator.comparingLong(ProgrammeStep::id))
                .map(this::nowInItsPlace);
    }

    /** From now on what waited for the first step waits for the second. */
    void replace(ProgrammeStep step, long replacement) {
        facts.put(
                step.caseNumber(),
                StepCodes.scope(step.id()),
                java.util.Map.of(REPLACED_BY, replacement),
                "rearrangeStepDelegate");
    }

    /** The activity of individual work that is not completed, which a group programme must wait for. */
    Optional<String> openIndividualWork(String caseNumber) {
        List<ProgrammeStep> all = steps.of(caseNumber);
        return all.stream()
                .filter(step -> "preWork".equals(step.kind()) && !"continueCounselling".equals(step.activity()))
                .map(this::nowInItsPlace)
                .filter(step -> !"completed".equals(step.status()))
                .map(ProgrammeStep::activity)
                .findFirst();
    }

    private ProgrammeStep nowInItsPlace(ProgrammeStep step) {
        ProgrammeStep current = step;
        for (Optional<ProgrammeStep> next = replacement(current); next.isPresent(); next = replacement(current)) {
            current = next.get();
        }
        return current;
    }

    private Optional<ProgrammeStep> replacement(ProgrammeStep step) {
        return facts.value(step.caseNumber(), StepCodes.scope(step.id()), REPLACED_BY)
                .map(id -> steps.get(((Number) id).longValue()));
    }

    private static boolean hasGate(ProgrammeStep step) {
        return step.gate() != null && !step.gate().isBlank();
    }

    private ProgrammeStep step(Object stepId) {
        return steps.get(Long.parseLong(stepId.toString()));
    }
}
