package org.throughcare.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Keeps what came of each scenario, and writes the page from it. */
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RESULTS = Path.of("target/faults");
    private static final Path PAGE = Path.of(System.getProperty("faults.page", "target/faults/faults.md"));

    private static final String HEAD =
            """
            # What breaks, and what is lost

            Written by the fault suite itself on %s; do not edit it here (`org.throughcare.faults.Report`).

            `mvn verify -Pfaults` runs it at full size and writes this page; every build runs it at a small size. Two
            packaged nodes work on one PostgreSQL that waits for its log to be written. Clients report custody events, fill
            in forms and make timers due, and write down every step that was acknowledged. Something breaks; afterwards
            what they wrote down is compared with the database.

            - **Acknowledged**: steps that were answered with success. **Unanswered**: requests that broke off; an event is
              sent again with its own id until it is answered, a form is looked at again.
            - **Lost**: acknowledged, and not there, in the engine or in the record. **Doubled**: done twice, in the engine
              or in the record. **Orphaned**: an open case, or a token in it, with no task, no timer or job, and no message
              that it waits for. **Stuck**: a job that failed for good, or is due and is done by nobody.
            - **Size**: `small` is what every build does, `full` what `-Pfaults` does; the row says how often it was done. A
              row stays until its scenario is run again.
            - **Recovery**: from the end of the fault until steps were acknowledged again and nothing that was due was left.

            | | What breaks | How, how often | Size, seed | Acknowledged | Unanswered | Lost | Doubled | Orphaned | Stuck | Recovery |
            |---|---|---|---|---:|---:|---:|---:|---:|---:|---:|
            """;

    private Report() {}

    static void keep(Verdict verdict) {
        try {
            Files.createDirectories(RESULTS);
            JSON.writerWithDefaultPrettyPrinter()
                    .writeValue(
                            RESULTS.resolve("%02d.json".formatted(verdict.number()))
                                    .toFile(),
                            verdict);
            write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write() throws IOException {
        List<Verdict> verdicts = kept();
        StringBuilder page = new StringBuilder(HEAD.formatted(LocalDate.now(ZoneOffset.UTC)));
        verdicts.forEach(verdict -> page.append(row(verdict)));
        page.append("\n## What each scenario does\n\n");
        verdicts.forEach(verdict ->
                page.append("%d. **%s.** %s%n".formatted(verdict.number(), verdict.scenario(), verdict.note())));
        Files.writeString(PAGE, page);
    }

    private static List<Verdict> kept() throws IOException {
        try (Stream<Path> files = Files.list(RESULTS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(Report::read)
                    .sorted(Comparator.comparing(Verdict::number))
                    .toList();
        }
    }

    private static Verdict read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Verdict.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(Verdict verdict) {
        return "| %d | %s | %s | %s, %d | %d | %d | %d | %d | %d | %d | %s |%n"
                .formatted(
                        verdict.number(),
                        verdict.scenario(),
                        verdict.how(),
                        verdict.size(),
                        verdict.seed(),
                        verdict.acknowledged(),
                        verdict.unanswered(),
                        verdict.lost(),
                        verdict.doubled(),
                        verdict.orphaned(),
                        verdict.stuck(),
                        verdict.recovery());
    }
}
