package org.throughcare.decisions.check;

/** One cell: its id and its text, empty when it says nothing. */
record Cell(String id, String text) {

    boolean isAny() {
        return text.isBlank() || text.equals("-");
    }
}
