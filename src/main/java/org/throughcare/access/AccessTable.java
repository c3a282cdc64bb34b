package org.throughcare.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the two tables of access rights, {@code access/rights.csv} and {@code access/kinds.csv}. */
final class AccessTable {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private AccessTable() {}

    static List<CSVRecord> read(String name) {
        try (InputStream file = AccessTable.class.getResourceAsStream("/access/" + name)) {
            return FORMAT.parse(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException e) {
            throw new IllegalStateException("access/" + name + " cannot be read.", e);
        }
    }

    /** The kinds named in a line, with spaces between. */
    static Set<InformationKind> kinds(CSVRecord line) {
        Set<InformationKind> kinds = EnumSet.noneOf(InformationKind.class);
        Arrays.stream(line.get("kinds").split(" "))
                .map(InformationKind::valueOf)
                .forEach(kinds::add);
        return kinds;
    }
}
