package org.throughcare.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

/** What packs say in her language. */
class SayingTest {

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasEveryText(PackLanguage language) throws IOException {
        assertThat(words(language).keySet())
                .isEqualTo(words(PackLanguage.ENGLISH).keySet());
        assertThat(words(language).values())
                .allSatisfy(text -> assertThat((String) text).isNotBlank().isEqualTo(((String) text).strip()));
    }

    @Test
    void hersComesFirstAndEnglishStandsBeside() {
        assertThat(new Saying(PackLanguage.MAORI).words("firstDay"))
                .extracting(Saying.Said::language, Saying.Said::text, Saying.Said::hers)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("mi", "Tō rā tuatahi", true),
                        org.assertj.core.groups.Tuple.tuple("en", "Your first day", false));
        assertThat(new Saying(PackLanguage.ENGLISH).words("firstDay")).hasSize(1);
    }

    @Test
    void aDayIsToldWithTheDayOfTheWeek() {
        LocalDate day = LocalDate.of(2026, 12, 14);
        assertThat(new Saying(PackLanguage.MAORI).day(day).get(0).text()).isEqualTo("Rāhina 14 Hakihea 2026");
        assertThat(new Saying(PackLanguage.HINDI).day(day).get(0).text()).isEqualTo("सोमवार 14 दिसंबर 2026");
        assertThat(new Saying(PackLanguage.BENGALI).day(day).get(0).text()).isEqualTo("সোমবার 14 ডিসেম্বর 2026");
        assertThat(new Saying(PackLanguage.BENGALI).day(day).get(1).text()).isEqualTo("Monday 14 December 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "Hindi, HINDI",
        "hi, HINDI",
        "'Bengali, some English', BENGALI",
        "Te Reo Māori, MAORI",
        "Maori, MAORI",
        "English, ENGLISH",
        "Polish, ENGLISH",
        "Chinese, ENGLISH",
        ", ENGLISH"
    })
    void whatReceptionWroteDownTellsTheLanguage(String written, PackLanguage language) {
        assertThat(PackLanguage.spokenBy(written)).isEqualTo(language);
    }

    private static Properties words(PackLanguage language) throws IOException {
        Properties words = new Properties();
        try (Reader file = new InputStreamReader(
                new ClassPathResource("packs/words/" + language.code() + ".properties").getInputStream(),
                StandardCharsets.UTF_8)) {
            words.load(file);
        }
        return words;
    }
}
