package org.throughcare.decisions.feel;

import java.time.Duration;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * Camunda's interpreter for one evaluation, which gives up after two seconds. Numbers to loop over are never listed: the
 * list is made at once, as long as it may be.
 */
class ImpatientInterpreter extends FeelInterpreter {

    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The time is looked at only now and then; most evaluations are over before. */
    private static final int STEPS_BETWEEN_LOOKS = 256;

    private int steps;
    private long began;

    ImpatientInterpreter(ValueMapper valueMapper) {
        super(valueMapper);
    }

    @Override
    public Val eval(Exp expression, EvalContext context) {
        if (++steps % STEPS_BETWEEN_LOOKS == 0) {
            look();
        }
        if (expression instanceof IterationContext) {
            throw new IllegalArgumentException("numbers to loop over are not listed");
        }
        return super.eval(expression, context);
    }

    private void look() {
        if (began == 0) {
            began = System.nanoTime();
        } else if (System.nanoTime() - began > PATIENCE.toNanos()) {
            throw new TookTooLongException();
        }
    }

    static class TookTooLongException extends RuntimeException {

        TookTooLongException() {
            super("stopped after " + PATIENCE.toSeconds() + " seconds");
        }
    }
}
