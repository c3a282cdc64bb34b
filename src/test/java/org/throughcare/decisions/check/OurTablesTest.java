package org.throughcare.decisions.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables that come with the product pass their own check. */
class OurTablesTest {

    /** It names one task a row, and nobody asks it without a task. */
    private static final Path NO_ANSWER_FOR_NO_TASK = Path.of("dmn/serviceLevels.dmn");

    static Stream<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("dmn"))) {
            return files.filter(file -> file.toString().endsWith(".dmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void nothingIsFoundAndEverythingIsProved(Path table) {
        long began = System.nanoTime();
        CheckReport report = TableCheck.check(text(table), Optional.of(text(table)));
        System.out.printf("%s checked in %d ms%n", table, (System.nanoTime() - began) / 1_000_000);
        assertThat(report.proved()).isTrue();
        List<Finding> findings = report.findings();
        if (table.equals(NO_ANSWER_FOR_NO_TASK)) {
            assertThat(findings).singleElement().satisfies(gap -> assertThat(gap.example())
                    .containsOnlyKeys("task")
                    .containsValue(null));
        } else {
            assertThat(findings).isEmpty();
        }
        assertThat(report.passed()).isTrue();
    }

    private static String text(Path table) {
        try {
            return Files.readString(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
