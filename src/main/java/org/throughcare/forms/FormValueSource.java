package org.throughcare.forms;

/**
 * Gives a form what the record does not hold under a fact's key: the options of a select ({@code valuesKey}), the rows
 * of a table, or a value that is shown.
 */
public interface FormValueSource {

    /** The key under which the form asks for it. */
    String key();

    /**
     * Options as a list of maps with {@code value} and {@code label}, rows as a list of maps, or a plain value; null when
     * there is nothing to show.
     */
    Object value(FormContext context);
}
