package org.throughcare.decisions.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that somebody should know about a table.
 *
 * @param element id of the cell, column or table; empty when the text cannot be read at all
 * @param rules ids of the rules concerned, in the order of the table
 * @param row number of the rule as people count, from 1; 0 when it is about no single rule
 * @param column number of the column as people count, inputs then outputs, from 1; 0 when it is about no single column
 * @param message what is wrong, where, why, and what to do; plain English
 * @param example inputs by name that show it, a missing fact as null; empty when there is nothing to show
 */
public record Finding(
        Severity severity,
        Kind kind,
        String element,
        List<String> rules,
        int row,
        int column,
        String message,
        Map<String, Object> example) {

    public Finding {
        rules = List.copyOf(rules);
        example = Collections.unmodifiableMap(new LinkedHashMap<>(example));
    }

    static Finding ofTable(Severity severity, Kind kind, String element, String message) {
        return new Finding(severity, kind, element, List.of(), 0, 0, message, Map.of());
    }

    static Finding ofColumn(Severity severity, Kind kind, Column column, String message) {
        return new Finding(
                severity,
                kind,
                column.id(),
                List.of(),
                0,
                column.number(),
                "Column \"" + column.label() + "\" " + message,
                Map.of());
    }

    static Finding ofCell(Severity severity, Kind kind, Line line, Column column, Cell cell, String message) {
        return new Finding(
                severity,
                kind,
                cell.id(),
                List.of(line.id()),
                line.number(),
                column.number(),
                "Rule " + line.number() + ", column \"" + column.label() + "\": " + message,
                Map.of());
    }
}
