package org.throughcare.decisions.check;

import java.util.List;
import org.camunda.bpm.model.dmn.HitPolicy;

/** A decision table as it was written. */
record Draft(
        String decision,
        String element,
        HitPolicy hitPolicy,
        boolean aggregates,
        List<Column> inputs,
        List<Column> outputs,
        List<Line> rules) {

    /** Whether who asks may get more than one row. */
    boolean hasManyAnswers() {
        return hitPolicy == HitPolicy.COLLECT || hitPolicy == HitPolicy.RULE_ORDER;
    }

    List<String> inputNames() {
        return inputs.stream().map(Column::name).toList();
    }
}
