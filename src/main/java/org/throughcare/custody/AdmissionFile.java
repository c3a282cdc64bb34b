package org.throughcare.custody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file of admissions: UTF-8, a line of field names, then one woman a line, parted by commas, semicolons or tabs. A
 * row is one line of the file, so that a forgotten quote spoils its own line only.
 *
 * @param columns the field names, in the file's order
 * @param separator what parts the values
 * @param lines the lines below the names
 */
record AdmissionFile(List<String> columns, char separator, List<Line> lines) {

    private static final Set<String> REQUIRED =
            Set.of("prisonNumber", "womanName", "dateOfBirth", "site", "admissionDate", "legalStatus");
    private static final Set<String> OPTIONAL = Set.of("releaseDate", "homeDistrict", "language");
    private static final int MOST_ROWS = 20_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @param number as an editor counts, from 1 */
    record Line(int number, String text) {}

    /**
     * Reads the file's frame.
     *
     * @throws RefusedReportException when the whole cannot be read
     */
    static AdmissionFile read(byte[] content) {
        String text = decode(content);
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        String[] all = text.split("\r\n|\r|\n", -1);
        List<Line> lines = IntStream.range(0, all.length)
                .filter(index -> !all[index].isBlank())
                .mapToObj(index -> new Line(index + 1, all[index]))
                .toList();
        if (lines.isEmpty()) {
            throw RefusedReportException.badContent("file", "is empty. Its first line names the fields.");
        }
        if (lines.size() - 1 > MOST_ROWS) {
            throw RefusedReportException.badContent("file", "has more than " + MOST_ROWS + " rows. Send it in parts.");
        }
        char separator = separator(lines.get(0).text());
        List<String> columns = columns(lines.get(0).text(), separator);
        return new AdmissionFile(columns, separator, lines.subList(1, lines.size()));
    }

    /**
     * The row's fields by name; blank ones are left out.
     *
     * @throws UnreadableRowException when the line does not fit the names
     */
    Map<String, Object> fields(Line line) {
        List<String> values = values(line.text(), separator);
        if (values.size() != columns.size()) {
            throw new UnreadableRowException("has " + values.size() + " values for " + columns.size()
                    + " columns. Put values with the separator in quotes.");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            String value = values.get(column).strip();
            if (!value.isEmpty()) {
                fields.put(columns.get(column), value);
            }
        }
        return fields;
    }

    private static String decode(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw RefusedReportException.badContent(
                    "file", "is not UTF-8. Save it as \"CSV UTF-8\" and send it again.");
        }
    }

    private static char separator(String names) {
        long commas = names.chars().filter(c -> c == ',').count();
        long semicolons = names.chars().filter(c -> c == ';').count();
        long tabs = names.chars().filter(c -> c == '\t').count();
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    private static List<String> columns(String names, char separator) {
        List<String> columns;
        try {
            columns = values(names, separator).stream().map(String::strip).toList();
        } catch (UnreadableRowException e) {
            throw RefusedReportException.badContent("file", "has names in its first line that cannot be read.");
        }
        List<FieldError> errors = new ArrayList<>();
        for (String column : columns) {
            if (!REQUIRED.contains(column) && !OPTIONAL.contains(column)) {
                errors.add(new FieldError(column, "is no field of an admission."));
            }
        }
        if (Set.copyOf(columns).size() != columns.size()) {
            errors.add(new FieldError("file", "names a column twice."));
        }
        REQUIRED.stream()
                .filter(name -> !columns.contains(name))
                .sorted()
                .forEach(name -> errors.add(new FieldError(name, "is missing in the first line.")));
        if (!errors.isEmpty()) {
            throw RefusedReportException.badContent(errors);
        }
        return columns;
    }

    private static List<String> values(String line, char separator) {
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (CSVParser parser = CSVParser.parse(line, format)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() != 1) {
                throw new UnreadableRowException("cannot be read as one row.");
            }
            return records.get(0).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableRowException("has quotes that do not match. A quote inside a value is written twice.");
        }
    }

    /** A line that is no row. */
    static class UnreadableRowException extends RuntimeException {

        UnreadableRowException(String reason) {
            super(reason);
        }
    }
}
