package org.throughcare.decisions;

import java.util.ArrayDeque;
import java.util.Deque;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.springframework.stereotype.Component;

/** Hears which rules fire while a table is asked. */
@Component
class FiredRules implements DmnDecisionTableEvaluationListener {

    private final ThreadLocal<Deque<DmnDecisionTableEvaluationEvent>> heard = ThreadLocal.withInitial(ArrayDeque::new);

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        heard.get().push(event);
    }

    /** Runs one evaluation and returns what was heard of it. */
    DmnDecisionTableEvaluationEvent during(Runnable evaluation) {
        heard.get().clear();
        try {
            evaluation.run();
            return heard.get().pop();
        } finally {
            heard.remove();
        }
    }
}
