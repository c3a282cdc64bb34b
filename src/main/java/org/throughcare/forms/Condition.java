package org.throughcare.forms;

import java.util.Map;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ParsedExpression;

/**
 * A FEEL condition of a form, read once.
 *
 * @param expression what was read
 */
record Condition(ParsedExpression expression) {

    private static final FeelEngine FEEL = new FeelEngine.Builder().build();

    /**
     * Reads the condition.
     *
     * @param text as the form has it, with or without its leading equals sign
     * @throws IllegalStateException when it is no FEEL
     */
    static Condition read(String text) {
        String feel = text.strip().replaceFirst("^=", "").strip();
        var read = FEEL.parseExpression(feel);
        if (read.isLeft()) {
            throw new IllegalStateException("The condition \"" + feel + "\" is not readable FEEL.");
        }
        return new Condition(read.toOption().get());
    }

    /** Whether it is true of these values; what it does not find is null, and what it cannot tell is not true. */
    boolean holds(Map<String, Object> values) {
        var result = FEEL.eval(expression, values);
        return result.isRight() && Boolean.TRUE.equals(result.toOption().get());
    }
}
