package org.throughcare.decisions.check;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Values that have an order, cut into pieces at the values that a column names: each of them, all between two neighbours,
 * and all before the first and after the last.
 *
 * @param <T> how Java holds such a value
 * @param back one step back, for an example before the first
 * @param on one step on, for an example after the last
 * @param between an example between two neighbours, the earlier one first; empty when there is no value between them
 * @param given how the value is given to the engine
 */
record Scale<T extends Comparable<? super T>>(
        UnaryOperator<T> back, UnaryOperator<T> on, Function<List<T>, Optional<T>> between, Function<T, Object> given) {

    static final Scale<BigDecimal> NUMBERS = new Scale<>(
            number -> number.subtract(BigDecimal.ONE),
            number -> number.add(BigDecimal.ONE),
            two -> Optional.of(two.get(0).add(two.get(1)).divide(BigDecimal.valueOf(2))),
            Scale::number);

    static final Scale<BigDecimal> WHOLE_NUMBERS = new Scale<>(
            number -> number.subtract(BigDecimal.ONE),
            number -> number.add(BigDecimal.ONE),
            two -> Optional.of(two.get(0).add(BigDecimal.ONE)).filter(next -> next.compareTo(two.get(1)) < 0),
            Scale::number);

    static final Scale<LocalDate> DATES = new Scale<>(
            day -> day.minusDays(1),
            day -> day.plusDays(1),
            two -> Optional.of(two.get(0).plusDays(1)).filter(next -> next.isBefore(two.get(1))),
            day -> day);

    static final Scale<Duration> DURATIONS = new Scale<>(
            duration -> duration.minusDays(1),
            duration -> duration.plusDays(1),
            two -> Optional.of(two.get(0).plus(two.get(1)).dividedBy(2)),
            duration -> duration);

    /** In months, which is what years and months come to. */
    static final Scale<Long> MONTHS = new Scale<>(
            months -> months - 1,
            months -> months + 1,
            two -> Optional.of(two.get(0) + 1).filter(next -> next < two.get(1)),
            months -> Period.ofMonths(months.intValue()).normalized());

    List<Piece> pieces(Collection<T> named) {
        List<T> values = List.copyOf(new TreeSet<>(named));
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            T value = values.get(i);
            if (i == 0) {
                pieces.add(Piece.between(given.apply(back.apply(value)), null, given.apply(value)));
            } else {
                T before = values.get(i - 1);
                between.apply(List.of(before, value))
                        .ifPresent(example -> pieces.add(
                                Piece.between(given.apply(example), given.apply(before), given.apply(value))));
            }
            pieces.add(Piece.value(given.apply(value)));
        }
        if (!values.isEmpty()) {
            T last = values.get(values.size() - 1);
            pieces.add(Piece.between(given.apply(on.apply(last)), given.apply(last), null));
        }
        return pieces;
    }

    /** As a form or the record gives a number: whole where it is whole. */
    private static Object number(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0;
        return whole ? (Object) number.intValue() : (Object) number.doubleValue();
    }
}
