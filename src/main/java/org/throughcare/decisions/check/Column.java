package org.throughcare.decisions.check;

/**
 * One column.
 *
 * @param number from 1, inputs then outputs
 * @param name the fact that an input column asks for, or the name of an output
 * @param type as the file names it; empty for a list or when nothing is said
 * @param values the text of the list of values that it may have; empty when there is none
 */
record Column(String id, int number, String label, String name, String type, String values) {

    boolean isNumber() {
        return isWhole() || type.equals("double") || type.equals("number");
    }

    boolean isWhole() {
        return type.equals("integer") || type.equals("long");
    }
}
