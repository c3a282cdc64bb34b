package org.throughcare.journey.programmes;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * The codes of one step's branch. The steps of a case run side by side in one process: what is set here stays in the
 * branch and is not seen by the others.
 */
final class StepCodes {

    private static final String CHANGES = "programmeChanges";

    private final DelegateExecution execution;
    private final ExecutionEntity branch;

    StepCodes(DelegateExecution execution) {
        this.execution = execution;
        this.branch = branchOf((ExecutionEntity) execution);
    }

    private static ExecutionEntity branchOf(ExecutionEntity execution) {
        ExecutionEntity candidate = execution;
        while (candidate.getParent() != null && !candidate.hasVariableLocal("loopCounter")) {
            candidate = candidate.getParent();
        }
        return candidate;
    }

    String caseNumber() {
        return (String) execution.getVariable("caseNumber");
    }

    /** The scope of facts that belong to that step. */
    static String scope(long stepId) {
        return "step:" + stepId;
    }

    /** The step that this branch is at. */
    long stepId() {
        return Long.parseLong(text("stepId"));
    }

    /** A code as text; empty when there is none. */
    String text(String code) {
        Object value = execution.getVariable(code);
        return value == null ? "" : value.toString();
    }

    void set(String code, Object value) {
        branch.setVariableLocal(code, value);
    }

    /** Has every branch look again whether the work that it waits for is done. */
    void tellAll() {
        tellAll(execution);
    }

    /** Has every branch of the process look at the record again: a gate may be open, a step may be paused. */
    static void tellAll(DelegateExecution execution) {
        Object changes = execution.getProcessInstance().getVariable(CHANGES);
        execution.getProcessInstance().setVariable(CHANGES, changes instanceof Integer count ? count + 1 : 1);
    }
}
