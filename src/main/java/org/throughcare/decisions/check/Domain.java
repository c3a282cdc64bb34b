package org.throughcare.decisions.check;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.feel.syntaxtree.Exp;
import org.throughcare.decisions.feel.FeelText;

/**
 * All that one fact can be, as far as its column can tell: every value that a cell or the column's list names, everything
 * between and beyond such numbers, dates and durations, any other word where there is no list, every choice of the words
 * of a list, and always "not known".
 */
record Domain(Column column, List<Piece> pieces) {

    /** Words of a list: each choice of them is a piece of its own, so eight make 256. */
    static final int WORDS_OF_A_LIST = 8;

    /** @param tests the cells of the column that can be read */
    static Domain of(Column column, List<FeelText> tests) {
        Set<Object> named = new LinkedHashSet<>(Literals.listed(column));
        tests.forEach(test -> named.addAll(Literals.in(test)));
        List<Piece> pieces =
                new ArrayList<>(isList(column, tests) ? choices(only(named, String.class)) : values(column, named));
        if (pieces.isEmpty()) {
            pieces.add(Piece.otherWord("anything"));
        }
        pieces.add(Piece.notKnown());
        return new Domain(column, List.copyOf(pieces));
    }

    /** Whether the fact is a list of words. */
    static boolean isList(Column column, List<FeelText> tests) {
        return column.type().isEmpty()
                && tests.stream()
                        .flatMap(test -> test.parts(Exp.class).stream())
                        .anyMatch(Provable::asksWhatTheInputHolds);
    }

    private static List<Piece> values(Column column, Set<Object> named) {
        List<Piece> pieces = new ArrayList<>();
        if (column.type().equals("boolean") || named.stream().anyMatch(Boolean.class::isInstance)) {
            pieces.add(Piece.value(true));
            pieces.add(Piece.value(false));
        }
        List<String> words = only(named, String.class);
        words.forEach(word -> pieces.add(Piece.value(word)));
        if (column.values().isEmpty() && (column.type().equals("string") || !words.isEmpty())) {
            pieces.add(Piece.otherWord(another(words)));
        }
        List<BigDecimal> numbers = only(named, BigDecimal.class);
        pieces.addAll((column.isWhole() ? Scale.WHOLE_NUMBERS : Scale.NUMBERS).pieces(numbers));
        pieces.addAll(Scale.DATES.pieces(only(named, LocalDate.class)));
        pieces.addAll(Scale.DURATIONS.pieces(only(named, Duration.class)));
        pieces.addAll(Scale.MONTHS.pieces(
                only(named, Period.class).stream().map(Period::toTotalMonths).toList()));
        if (pieces.isEmpty() && column.isNumber()) {
            pieces.add(Piece.between(0, null, null));
        }
        return pieces;
    }

    private static List<Piece> choices(List<String> words) {
        int used = Math.min(words.size(), WORDS_OF_A_LIST);
        return IntStream.range(0, 1 << used)
                .mapToObj(bits -> IntStream.range(0, used)
                        .filter(i -> (bits >> i & 1) == 1)
                        .mapToObj(words::get)
                        .toList())
                .map(Piece::value)
                .toList();
    }

    private static String another(List<String> words) {
        return Stream.iterate("anotherValue", word -> word + "X")
                .filter(word -> !words.contains(word))
                .findFirst()
                .orElseThrow();
    }

    private static <T> List<T> only(Set<Object> named, Class<T> kind) {
        return named.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
