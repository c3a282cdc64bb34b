package org.throughcare.casepage;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The lines of a section that a reader may see.
 *
 * @param withheld how many more there are: who sees nothing must not take it for nothing
 */
record Listed<T>(List<T> items, int withheld) {

    static <S, T> Listed<T> of(List<S> all, Predicate<S> shown, Function<S, T> line) {
        List<T> items = all.stream().filter(shown).map(line).toList();
        return new Listed<>(items, all.size() - items.size());
    }
}
