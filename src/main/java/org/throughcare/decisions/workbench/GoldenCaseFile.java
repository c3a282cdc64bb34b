package org.throughcare.decisions.workbench;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.throughcare.decisions.workbench.TableText.Column;

/**
 * Golden cases as CSV, one line a case. The column {@code case} tells the story. A column with an input's name holds what
 * is known: empty for unknown, words separated by blanks for a list, {@code []} for an empty one. The last column starts
 * with {@code expected:} and names the outputs that are compared; its cells list what must come out, nothing less and
 * nothing more, one answer after the other separated by semicolons: a dash where nothing must come out of an output, an
 * asterisk where anything may.
 */
final class GoldenCaseFile {

    private static final String NAME = "case";
    private static final String EXPECTED = "expected:";
    private static final String NOTHING = "-";
    private static final String ANYTHING = "*";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setRecordSeparator('\n')
            .get();

    private final TableText table;

    GoldenCaseFile(TableText table) {
        this.table = table;
    }

    /** @throws WrongGoldenCaseException naming the line and the column */
    List<GoldenCase> read(String csv) {
        try (CSVParser parser = FORMAT.parse(new StringReader(csv))) {
            List<String> header = parser.getHeaderNames();
            checkHeader(header);
            List<GoldenCase> cases = new ArrayList<>();
            for (CSVRecord line : parser) {
                cases.add(read(header, line));
            }
            return cases;
        } catch (IOException | java.io.UncheckedIOException | IllegalArgumentException e) {
            throw new WrongGoldenCaseException("This is not a CSV file with a header and one line for each case.");
        }
    }

    private void checkHeader(List<String> header) {
        Set<String> known = table.inputs().stream().map(Column::name).collect(Collectors.toSet());
        if (!header.contains(NAME) || header.stream().noneMatch(name -> name.startsWith(EXPECTED))) {
            throw new WrongGoldenCaseException(
                    "Line 1: the columns \"case\" and \"expected: …\" are needed; the latter names the outputs to compare.");
        }
        header.stream()
                .filter(name -> !name.equals(NAME) && !name.startsWith(EXPECTED) && !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new WrongGoldenCaseException("Line 1: the table has no input " + name + ".");
                });
    }

    private GoldenCase read(List<String> header, CSVRecord line) {
        long number = line.getRecordNumber() + 1;
        if (line.size() != header.size()) {
            throw new WrongGoldenCaseException(
                    "Line " + number + " has " + line.size() + " cells; the header has " + header.size() + ".");
        }
        if (line.get(NAME).isBlank()) {
            throw new WrongGoldenCaseException("Line " + number + ", column case: the case needs a name.");
        }
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (Column input : table.inputs()) {
            if (line.isMapped(input.name()) && !line.get(input.name()).isBlank()) {
                inputs.put(input.name(), value(number, input, line.get(input.name())));
            }
        }
        String expected = header.stream()
                .filter(name -> name.startsWith(EXPECTED))
                .findFirst()
                .orElseThrow();
        return new GoldenCase(line.get(NAME), inputs, outputs(number, expected, line.get(expected)));
    }

    private List<Map<String, Object>> outputs(long line, String header, String cell) {
        String[] names = header.substring(EXPECTED.length()).strip().split("\\s+");
        List<Map<String, Object>> outputs = new ArrayList<>();
        for (String answer : cell.split(";")) {
            if (answer.isBlank()) {
                continue;
            }
            String[] values = answer.strip().split("\\s+");
            if (values.length != names.length) {
                throw new WrongGoldenCaseException("Line " + line + ", column " + header + ": \"" + answer.strip()
                        + "\" gives " + values.length + " values for " + names.length + " outputs.");
            }
            Map<String, Object> output = new LinkedHashMap<>();
            for (int index = 0; index < names.length; index++) {
                if (!values[index].equals(ANYTHING)) {
                    output.put(names[index], output(line, names[index], values[index]));
                }
            }
            outputs.add(output);
        }
        return outputs;
    }

    private Object output(long line, String name, String text) {
        Column output = table.outputs().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongGoldenCaseException("The table has no output " + name + "."));
        return text.equals(NOTHING) ? null : value(line, output, text);
    }

    private static Object value(long line, Column column, String text) {
        return switch (column.type()) {
            case "boolean" -> truth(line, column, text);
            case "number" -> number(line, column, text);
            case "any" -> text.equals("[]") ? List.of() : List.of(text.split("\\s+"));
            default -> text;
        };
    }

    private static boolean truth(long line, Column column, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new WrongGoldenCaseException("Line " + line + ", column " + column.name() + ": true or false.");
        }
        return Boolean.parseBoolean(text);
    }

    private static Number number(long line, Column column, String text) {
        try {
            double number = Double.parseDouble(text);
            return number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE ? (Number) (int) number : number;
        } catch (NumberFormatException e) {
            throw new WrongGoldenCaseException("Line " + line + ", column " + column.name() + ": a number is needed.");
        }
    }

    /** @throws WrongGoldenCaseException when a value does not fit into a cell */
    String write(Collection<GoldenCase> cases) {
        Set<String> compared = new LinkedHashSet<>();
        cases.forEach(golden -> golden.outputs().forEach(output -> compared.addAll(output.keySet())));
        if (compared.isEmpty()) {
            compared.add(table.outputs().get(0).name());
        }
        StringWriter csv = new StringWriter();
        List<String> header = new ArrayList<>();
        header.add(NAME);
        table.inputs().forEach(input -> header.add(input.name()));
        header.add(EXPECTED + " " + String.join(" ", compared));
        try (CSVPrinter printer = FORMAT.builder()
                .setHeader(header.toArray(String[]::new))
                .setSkipHeaderRecord(false)
                .get()
                .print(csv)) {
            for (GoldenCase golden : cases) {
                printer.printRecord(line(golden, compared));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private List<String> line(GoldenCase golden, Set<String> compared) {
        if (golden.name() == null || golden.name().isBlank()) {
            throw new WrongGoldenCaseException("Each golden case needs a name.");
        }
        List<String> line = new ArrayList<>();
        line.add(golden.name().strip());
        table.inputs().forEach(input -> line.add(text(golden, golden.inputs().get(input.name()))));
        line.add(golden.outputs().stream()
                .map(output -> compared.stream()
                        .map(name -> output.containsKey(name) ? word(golden, output.get(name)) : ANYTHING)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; ")));
        return line;
    }

    private static String text(GoldenCase golden, Object value) {
        if (value instanceof Collection<?> list) {
            return list.isEmpty()
                    ? "[]"
                    : list.stream().map(item -> word(golden, item)).collect(Collectors.joining(" "));
        }
        return value == null ? "" : value.toString();
    }

    private static String word(GoldenCase golden, Object value) {
        String word = value == null || value.toString().isEmpty() ? NOTHING : value.toString();
        if (word.contains(";") || Arrays.stream(word.split("")).anyMatch(letter -> letter.isBlank())) {
            throw new WrongGoldenCaseException("Golden case \"" + golden.name()
                    + "\": only codes are compared, not sentences such as \"" + word + "\". Leave that output out.");
        }
        return word;
    }
}
