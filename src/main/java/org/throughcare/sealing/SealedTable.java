package org.throughcare.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** The sealed columns of one table. What is null stays null. */
public final class SealedTable {

    private final Sealing sealing;
    private final String table;
    private final List<String> columns;

    SealedTable(Sealing sealing, String table, List<String> columns) {
        this.sealing = sealing;
        this.table = table;
        this.columns = columns;
    }

    /**
     * The value as it goes into that column.
     *
     * @param caseNumber of the row; null where a row belongs to no case
     */
    public String seal(String column, String caseNumber, String plain) {
        return plain == null ? null : sealing.seal(place(column, caseNumber), plain);
    }

    /** A day, as it goes into that column. */
    public String seal(String column, String caseNumber, LocalDate day) {
        return seal(column, caseNumber, day == null ? null : day.toString());
    }

    /**
     * What stands in that column of that case.
     *
     * @throws IllegalStateException when it was not sealed for this place, or with a key that is not known
     */
    public String open(String column, String caseNumber, String sealed) {
        return sealed == null ? null : sealing.open(place(column, caseNumber), sealed);
    }

    /** What stands in that column of a row, which also holds its {@code case_number}. */
    public String open(ResultSet row, String column) throws SQLException {
        return open(column, row.getString("case_number"), row.getString(column));
    }

    /** The day that stands in that column of a row, which also holds its {@code case_number}. */
    public LocalDate openDay(ResultSet row, String column) throws SQLException {
        String day = open(row, column);
        return day == null ? null : LocalDate.parse(day);
    }

    String table() {
        return table;
    }

    List<String> columns() {
        return columns;
    }

    private String place(String column, String caseNumber) {
        if (!columns.contains(column)) {
            throw new IllegalArgumentException(table + "." + column + " is not named as a sealed column.");
        }
        return table + "." + column + "|" + (caseNumber == null ? "" : caseNumber);
    }
}
