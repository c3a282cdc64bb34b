package org.throughcare.monitoring.measures;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Measures and lists as CSV for a spreadsheet: UTF-8 with the mark that Excel wants, and no cell that a spreadsheet would
 * take for a formula.
 */
final class MeasureFiles {

    private static final String MARK = "\uFEFF";
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private MeasureFiles() {}

    /** The numbers, a line for each row: code and words of each dimension, then the values. */
    static byte[] of(Answer answer) {
        List<String> heading = new ArrayList<>();
        answer.dimensions().forEach(dimension -> {
            heading.add(dimension.title() + " (code)");
            heading.add(dimension.title());
        });
        answer.values().forEach(value -> heading.add(value.title()));
        List<List<Object>> lines = answer.rows().stream()
                .map(row -> {
                    List<Object> line = new ArrayList<>();
                    answer.dimensions().forEach(dimension -> {
                        Answer.Code code = row.of().get(dimension.key());
                        line.add(code.code());
                        line.add(code.label());
                    });
                    answer.values()
                            .forEach(value -> line.add(figure(row.values().get(value.key()))));
                    return line;
                })
                .toList();
        return file(heading, lines);
    }

    /** The cases behind a number. */
    static byte[] of(List<CaseLine> cases) {
        List<String> heading = List.of(
                "Case number",
                "Site",
                "Phase",
                "Track",
                "Release date",
                "Case manager",
                "Overdue tasks",
                "Open urgent flags",
                "Release plan",
                "Papers",
                "Housing",
                "Consent",
                "Handover accepted",
                "First appointment");
        return file(heading, cases.stream().map(MeasureFiles::cells).toList());
    }

    private static List<Object> cells(CaseLine line) {
        List<Object> cells = new ArrayList<>(List.of(
                line.caseNumber(),
                line.site().label(),
                line.phase().label(),
                line.track().label()));
        cells.add(line.releaseDate());
        cells.add(line.caseManager() == null ? null : line.caseManager().name());
        cells.add(line.overdueTasks());
        cells.add(line.openFlags());
        cells.add(said(line.ready().plan()));
        cells.add(said(line.ready().papers()));
        cells.add(said(line.ready().housing()));
        cells.add(said(line.ready().consent()));
        cells.add(said(line.ready().handover()));
        cells.add(said(line.ready().appointment()));
        return cells;
    }

    private static Object figure(Object figure) {
        return figure instanceof String ? SmallGroups.inWords(figure) : figure;
    }

    private static String said(Boolean ready) {
        return ready == null ? "" : ready ? "yes" : "no";
    }

    private static byte[] file(List<String> heading, List<List<Object>> lines) {
        StringWriter text = new StringWriter();
        text.write(MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(heading);
            for (List<Object> line : lines) {
                printer.printRecord(line.stream().map(MeasureFiles::safe).toList());
            }
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory cannot be written.", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Numbers stay numbers; a text that begins like a formula gets an apostrophe, which spreadsheets do not show. */
    static Object safe(Object cell) {
        if (cell instanceof Number) {
            return cell;
        }
        String text = Objects.toString(cell, "");
        boolean dangerous = Stream.of(text, text.stripLeading())
                .anyMatch(begins -> !begins.isEmpty() && BEGINS_A_FORMULA.indexOf(begins.charAt(0)) >= 0);
        return dangerous ? "'" + text : text;
    }
}
