package org.throughcare.decisions.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstDate;
import org.camunda.feel.syntaxtree.ConstDayTimeDuration;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.ConstYearMonthDuration;
import org.camunda.feel.syntaxtree.Exp;
import org.throughcare.decisions.feel.FeelText;

/** The values that are written out in a text, as Java holds them. */
final class Literals {

    private Literals() {}

    /** All values of a text; null is not among them. */
    static List<Object> in(FeelText text) {
        List<Object> values = new ArrayList<>();
        for (Exp part : text.parts(Exp.class)) {
            value(part).ifPresent(values::add);
            if (part instanceof ArithmeticNegation minus && minus.x() instanceof ConstNumber number) {
                values.add(number.value().bigDecimal().negate());
            }
        }
        return values;
    }

    /** The value, when it is one that is written out. */
    static Optional<Object> value(Exp part) {
        if (part instanceof ConstNumber number) {
            return Optional.of(number.value().bigDecimal());
        }
        if (part instanceof ConstString string) {
            return Optional.of(string.value());
        }
        if (part instanceof ConstBool truth) {
            return Optional.of(truth.value());
        }
        if (part instanceof ConstDate date) {
            return Optional.of(date.value());
        }
        if (part instanceof ConstDayTimeDuration duration) {
            return Optional.of(duration.value());
        }
        if (part instanceof ConstYearMonthDuration period) {
            return Optional.of(period.value());
        }
        return Optional.empty();
    }

    /** The values of a list such as {@code "low","high"}; empty when there is no list. */
    static List<Object> listed(Column column) {
        return column.values().isEmpty()
                ? List.of()
                : in(FeelText.test(column.values())).stream().distinct().toList();
    }

    /** As people write it. */
    static String inWords(Object value) {
        return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }
}
