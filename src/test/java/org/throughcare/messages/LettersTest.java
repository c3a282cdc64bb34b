package org.throughcare.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in a letter: a reference, what kind of thing waits, and a link. */
class LettersTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern ABOUT_HER = Pattern.compile(
            "(?i)prison|jail|custody|inmate|offen|crim|sentence|remand|health|pregnan|drug|medic|suicid|self-?harm"
                    + "|violen|abuse|hospital|probation|woman|child|address of|\\b(she|her)\\b");
    private static final Pattern VALUE = Pattern.compile("\\$\\{([^}]*)}");

    private final LetterWriter letters = new LetterWriter("https://throughcare.example/");

    @ParameterizedTest
    @EnumSource(Template.class)
    void everyKindTellsEveryKindOfNewsAndNothingElse(Template template) {
        for (News news : News.values()) {
            Letter letter = letters.write(template, List.of(Line.aboutCase(news, "NORTH-2026-7")), 3);

            for (String part : List.of(letter.subject(), letter.text(), letter.html())) {
                assertThat(ABOUT_HER.matcher(part).find()).as(part).isFalse();
            }
            assertThat(letter.text())
                    .contains(letters.words(news), "NORTH-2026-7", "https://throughcare.example/cases/NORTH-2026-7");
            assertThat(letter.html())
                    .contains(letters.words(news), "NORTH-2026-7", "https://throughcare.example/cases/NORTH-2026-7")
                    .contains("<html lang=\"en\">", "<title>", "<h1")
                    .doesNotContain(" th:", "xmlns", "<img", "<script", "http-equiv");
            assertThat(letter.subject()).startsWith("Throughcare: ").hasSizeLessThan(78);
        }
    }

    @Test
    void templatesReadNothingButReferencesWordsAndLinks() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> !path.toString().endsWith(".properties"))
                    .toList()) {
                assertThat(VALUE.matcher(Files.readString(file)).results().map(value -> value.group(1)))
                        .as(file.toString())
                        .isSubsetOf(
                                "lines",
                                "lines[0].reference",
                                "line.words",
                                "line.reference",
                                "line.link",
                                "more",
                                "more > 0",
                                "url");
            }
        }
    }

    @Test
    void everyKindHasATextAndAPageAndNothingIsLeftOver() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of("words.properties"),
                                    Arrays.stream(Template.values())
                                            .flatMap(template -> Stream.of(template + ".txt", template + ".html")))
                            .toList());
        }
    }

    @Test
    void whatStandsInAReferenceIsTextAndNeverMarkup() {
        Letter letter = letters.write(
                Template.notice,
                List.of(new Line(News.taskAssigned, java.util.Optional.empty(), "<b>task</b>", "/x")),
                0);

        assertThat(letter.html()).contains("&lt;b&gt;task&lt;/b&gt;").doesNotContain("<b>task");
    }
}
