package org.throughcare.decisions.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rules accept which piece of each column: for each column a list, for each of its pieces a set of rules by their
 * place in the table, from 0.
 */
record Acceptance(List<List<BitSet>> columns) {

    /** The rules that accept every piece of every column from this one on. */
    BitSet acceptingAllFrom(int column, int rules) {
        BitSet accepting = new BitSet();
        accepting.set(0, rules);
        for (int i = column; i < columns.size(); i++) {
            columns.get(i).forEach(accepting::and);
        }
        return accepting;
    }

    /** The pieces of a column that a rule accepts. */
    BitSet piecesOf(int rule, int column) {
        BitSet pieces = new BitSet();
        List<BitSet> accepting = columns.get(column);
        for (int piece = 0; piece < accepting.size(); piece++) {
            if (accepting.get(piece).get(rule)) {
                pieces.set(piece);
            }
        }
        return pieces;
    }

    /** The pieces of a column that both rules accept. */
    BitSet sharedPieces(int one, int other, int column) {
        BitSet shared = piecesOf(one, column);
        shared.and(piecesOf(other, column));
        return shared;
    }

    /** The pieces of a column by the rules that accept them: pieces that the same rules accept are one. */
    Map<BitSet, BitSet> piecesByRules(int column) {
        Map<BitSet, BitSet> pieces = new LinkedHashMap<>();
        List<BitSet> accepting = columns.get(column);
        for (int piece = 0; piece < accepting.size(); piece++) {
            pieces.computeIfAbsent(accepting.get(piece), rules -> new BitSet()).set(piece);
        }
        return pieces;
    }

    /** Only the pieces that one rule accepts, and only these rules. Pieces are then numbered anew. */
    Acceptance within(int rule, BitSet rules) {
        List<List<BitSet>> restricted = new ArrayList<>();
        for (List<BitSet> column : columns) {
            restricted.add(column.stream()
                    .filter(accepting -> accepting.get(rule))
                    .map(accepting -> intersection(accepting, rules))
                    .toList());
        }
        return new Acceptance(restricted);
    }

    private static BitSet intersection(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }
}
