package org.throughcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever follows a link or looks for a picture in the documents finds it. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+?)(#[^)]*)?\\)");

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("src/docs"))) {
            List<Path> pages =
                    docs.filter(file -> file.toString().endsWith(".md")).toList();
            return Stream.concat(Stream.of(Path.of("README.md")), pages.stream());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) throws IOException {
        Path folder = document.toAbsolutePath().getParent();

        assertThat(LINK.matcher(Files.readString(document)).results().map(link -> link.group(1)))
                .filteredOn(target -> !target.matches("[a-z]+:.*"))
                .allSatisfy(target -> assertThat(folder.resolve(target)).exists());
    }
}
