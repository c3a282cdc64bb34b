package org.throughcare.upgrade;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.throughcare.engine.PackagedFiles;

/**
 * For which processes running instances are taken to the newest version: those with a file {@code upgrades/<process>.csv}.
 * Steps with the same id in the same place follow by themselves; a line says which step takes over from one that was
 * renamed or moved. Lines are never removed: a case may come from any earlier release, and lines are followed one after
 * the other.
 */
final class UpgradePlans {

    /** The thin parent that holds a case together for years: it always goes along. */
    static final String JOURNEY = "journey";

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader("from", "to")
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreSurroundingSpaces(true)
            .get();

    private final Map<String, Map<String, String>> byProcess = new TreeMap<>();

    /** @param files content by name */
    UpgradePlans(Map<String, String> files) {
        files.forEach((name, content) -> byProcess.put(name.replace(".csv", ""), lines(content)));
        byProcess.putIfAbsent(JOURNEY, Map.of());
    }

    static UpgradePlans packaged() {
        return new UpgradePlans(PackagedFiles.in("upgrades", "csv"));
    }

    private static Map<String, String> lines(String content) {
        Map<String, String> lines = new LinkedHashMap<>();
        try (var records = FORMAT.parse(new StringReader(content))) {
            for (CSVRecord line : records) {
                lines.put(line.get("from"), line.get("to"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** Processes whose instances are taken along. */
    Set<String> processes() {
        return byProcess.keySet();
    }

    boolean existsFor(String process) {
        return byProcess.containsKey(process);
    }

    /**
     * Which step takes over from which.
     *
     * @param inOld whether the version that the instance runs with has a step of that id
     * @param inNew whether the new one has
     */
    Map<String, String> steps(String process, Predicate<String> inOld, Predicate<String> inNew) {
        Map<String, String> lines = byProcess.getOrDefault(process, Map.of());
        Map<String, String> steps = new LinkedHashMap<>();
        lines.keySet().stream().filter(inOld).forEach(from -> successor(lines, from, inNew)
                .ifPresent(to -> steps.put(from, to)));
        return steps;
    }

    private static Optional<String> successor(Map<String, String> lines, String from, Predicate<String> inNew) {
        String to = lines.get(from);
        for (int hops = 0; to != null && !inNew.test(to) && hops < lines.size(); hops++) {
            to = lines.get(to);
        }
        return Optional.ofNullable(to).filter(inNew);
    }
}
