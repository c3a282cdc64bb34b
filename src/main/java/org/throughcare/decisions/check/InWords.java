package org.throughcare.decisions.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A part of all inputs as people say it, and one example of it. */
final class InWords {

    private static final int WORDS = 6;

    private final List<Domain> domains;

    InWords(List<Domain> domains) {
        this.domains = domains;
    }

    /** Such as {@code Track is "full" and Days to release is at least 0 and below 42}. */
    String say(Map<Integer, BitSet> pieces) {
        String said = pieces.entrySet().stream()
                .filter(entry -> entry.getValue().cardinality()
                        < domains.get(entry.getKey()).pieces().size())
                .map(entry -> "\"" + domains.get(entry.getKey()).column().label() + "\" is "
                        + values(domains.get(entry.getKey()), entry.getValue()))
                .collect(Collectors.joining(", and "));
        return said.isEmpty() ? "whatever is asked" : said;
    }

    /** One value for each column, known rather than not. */
    Map<String, Object> example(Map<Integer, BitSet> pieces) {
        Map<String, Object> example = new LinkedHashMap<>();
        for (int i = 0; i < domains.size(); i++) {
            Domain domain = domains.get(i);
            BitSet some = pieces.get(i);
            int piece = some == null ? 0 : some.nextSetBit(0);
            example.put(domain.column().name(), domain.pieces().get(piece).example());
        }
        return example;
    }

    private static String values(Domain domain, BitSet some) {
        boolean notKnown = some.get(domain.pieces().size() - 1);
        if (!notKnown && some.cardinality() == domain.pieces().size() - 1) {
            return "known";
        }
        List<String> said = new ArrayList<>();
        int listed = 0;
        for (int from = some.nextSetBit(0); from >= 0; from = some.nextSetBit(from + 1)) {
            Piece piece = domain.pieces().get(from);
            int to = from;
            while (some.get(to + 1)
                    && continues(domain.pieces().get(to), domain.pieces().get(to + 1))) {
                to++;
            }
            if (piece.sort() == Piece.Sort.NOT_KNOWN || ++listed <= WORDS) {
                said.add(range(piece, domain.pieces().get(to)));
            }
            from = to;
        }
        if (listed > WORDS) {
            said.add("one of " + (listed - WORDS) + " more");
        }
        return String.join(" or ", said);
    }

    private static boolean continues(Piece one, Piece next) {
        return one.sort() == Piece.Sort.BETWEEN
                        && one.below() != null
                        && one.below().equals(next.example())
                || next.sort() == Piece.Sort.BETWEEN
                        && next.above() != null
                        && next.above().equals(one.example());
    }

    private static String range(Piece from, Piece to) {
        if (from == to) {
            return one(from);
        }
        Optional<String> lower = from.sort() == Piece.Sort.VALUE
                ? Optional.of("at least " + Literals.inWords(from.example()))
                : Optional.ofNullable(from.above()).map(value -> "above " + Literals.inWords(value));
        Optional<String> upper = to.sort() == Piece.Sort.VALUE
                ? Optional.of("at most " + Literals.inWords(to.example()))
                : Optional.ofNullable(to.below()).map(value -> "below " + Literals.inWords(value));
        return lower.map(low -> upper.map(high -> low + " and " + high).orElse(low))
                .or(() -> upper)
                .orElse("any value");
    }

    private static String one(Piece piece) {
        return switch (piece.sort()) {
            case VALUE -> Literals.inWords(piece.example());
            case OTHER_WORD -> "any other word";
            case NOT_KNOWN -> "not known";
            case BETWEEN -> between(piece);
        };
    }

    private static String between(Piece piece) {
        if (piece.above() == null && piece.below() == null) {
            return "any number";
        }
        if (piece.above() == null) {
            return "below " + Literals.inWords(piece.below());
        }
        return "above " + Literals.inWords(piece.above())
                + (piece.below() == null ? "" : " and below " + Literals.inWords(piece.below()));
    }
}
