package org.throughcare.decisions.check;

/**
 * A part of what a fact may be within which no cell of its column can tell one value from another: one value, everything
 * between two neighbouring values of the table, every word that the table does not name, or "not known".
 *
 * @param example a value of this part; null only for "not known"
 * @param above what everything in this part is more than, for a part between values; null when there is no such value
 * @param below likewise what everything is less than
 */
record Piece(Sort sort, Object example, Object above, Object below) {

    enum Sort {
        VALUE,
        BETWEEN,
        OTHER_WORD,
        NOT_KNOWN
    }

    static Piece value(Object value) {
        return new Piece(Sort.VALUE, value, null, null);
    }

    static Piece between(Object example, Object above, Object below) {
        return new Piece(Sort.BETWEEN, example, above, below);
    }

    static Piece otherWord(String word) {
        return new Piece(Sort.OTHER_WORD, word, null, null);
    }

    static Piece notKnown() {
        return new Piece(Sort.NOT_KNOWN, null, null, null);
    }
}
