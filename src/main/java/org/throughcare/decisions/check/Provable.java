package org.throughcare.decisions.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.Comparison;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstDate;
import org.camunda.feel.syntaxtree.ConstDayTimeDuration;
import org.camunda.feel.syntaxtree.ConstInputValue$;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstRange;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.ConstYearMonthDuration;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import org.throughcare.decisions.feel.FeelText;

/**
 * Whether a cell's answer can change only at the values that it writes out: it compares its own fact with them, and joins
 * such comparisons by and, or, not. Of anything else the pieces of a {@link Domain} say nothing.
 */
final class Provable {

    private static final Set<Class<?>> COMPARING = Set.of(
            ArithmeticNegation.class,
            AtLeastOne.class,
            Conjunction.class,
            ConstBool.class,
            ConstDate.class,
            ConstDayTimeDuration.class,
            ConstInputValue$.class,
            ConstList.class,
            ConstNull$.class,
            ConstNumber.class,
            ConstRange.class,
            ConstString.class,
            ConstYearMonthDuration.class,
            Disjunction.class,
            Equal.class,
            FunctionInvocation.class,
            In.class,
            InputEqualTo.class,
            InputInRange.class,
            Not.class,
            UnaryTestExpression.class);

    private static final Set<Class<?>> ORDERING = Set.of(
            InputGreaterOrEqual.class,
            InputGreaterThan.class,
            InputInRange.class,
            InputLessOrEqual.class,
            InputLessThan.class);

    private static final Set<String> FUNCTIONS = Set.of("not", "list contains");

    private Provable() {}

    /** Why nothing can be proved about the cell, in words that go on from "it". */
    static Optional<String> whyNot(FeelText cell, Column column, boolean list, int wordsOfColumn) {
        List<Exp> parts = cell.parts(Exp.class);
        if (!cell.names().isEmpty()) {
            return Optional.of("compares with another fact (" + String.join(", ", cell.names()) + ")");
        }
        for (Exp part : parts) {
            if (part instanceof FunctionInvocation call && !FUNCTIONS.contains(call.function())) {
                return Optional.of("asks the function " + call.function());
            }
            if (!COMPARING.contains(part.getClass()) && !isOrder(part)) {
                return Optional.of("computes with its fact");
            }
            if (list && (part instanceof ConstList || isOrder(part))) {
                return Optional.of("compares whole lists");
            }
        }
        if (parts.stream().anyMatch(Provable::isOrder) && ordersWords(parts)) {
            return Optional.of("compares words by their order");
        }
        if (parts.stream().anyMatch(Provable::negatesAValue)) {
            return Optional.of("computes with its fact");
        }
        return list && wordsOfColumn > Domain.WORDS_OF_A_LIST
                ? Optional.of("is about a list of more than " + Domain.WORDS_OF_A_LIST + " words")
                : Optional.empty();
    }

    /** Whether a part looks for a word in a fact that is a list. */
    static boolean asksWhatTheInputHolds(Exp part) {
        return part instanceof FunctionInvocation call
                && call.function().equals("list contains")
                && call.params() instanceof PositionalFunctionParameters given
                && given.params().head() == ConstInputValue$.MODULE$;
    }

    private static boolean isOrder(Exp part) {
        return ORDERING.contains(part.getClass())
                || part instanceof ConstRange
                || part instanceof Comparison && !(part instanceof Equal);
    }

    private static boolean ordersWords(List<Exp> parts) {
        return parts.stream().anyMatch(ConstString.class::isInstance);
    }

    private static boolean negatesAValue(Exp part) {
        return part instanceof ArithmeticNegation minus && !(minus.x() instanceof ConstNumber);
    }
}
