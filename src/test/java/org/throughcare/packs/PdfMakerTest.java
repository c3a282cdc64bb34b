package org.throughcare.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PDF files that people and machines can read, whatever the language. */
class PdfMakerTest {

    private static final PdfMaker PDF = new PdfMaker();

    @ParameterizedTest
    @EnumSource
    void everyFixedTextOfEveryLanguageReadsAsItWasWritten(PackLanguage language) {
        Saying say = new Saying(language);

        PrintedFile file = gatePack("words-" + language.code(), say, "Jo");

        assertThat(file.tagged()).isTrue();
        assertThat(file.language()).isEqualTo(language.code());
        assertThat(file.title()).isEqualTo(say.title("gate"));
        assertThat(file.fontsOutside()).isEmpty();
        for (String key :
                List.of("gate", "yours", "firstDay", "call", "help", "take", "take.papers", "write.tonight")) {
            say.words(key).forEach(said -> assertThat(file.text()).contains(PrintedFile.inOneLine(said.text())));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "हिन्दी मुक्ति क्षेत्र ज्ञान श्री र्क द्वार विद्यार्थी किंतु ऑफ़िस",
                "বন্ধু ক্ষমা স্বাস্থ্য কো কৌ শ্রী র্ক ন্ত্র ঙ্গ সাক্ষাৎ মুক্তির",
                "Māia Tūī Ngāruawāhia",
                "Łucja Żółć, Ömür Şahin, Олена",
                "অ क A"
            })
    void namesOfManyScriptsReadAsTheyWereWritten(String name) {
        assertThat(gatePack("name", new Saying(PackLanguage.ENGLISH), name).text())
                .contains(PrintedFile.inOneLine(name));
    }

    @Test
    void moreSyllablesThanOneFontHoldsAreAllThere() {
        StringBuilder name = new StringBuilder();
        for (char consonant = 'क'; consonant <= 'ह'; consonant++) {
            for (String vowel : List.of("", "ा", "ि", "ी", "ु", "ू", "े", "ै", "ो", "ौ")) {
                name.append(consonant).append(vowel).append(' ');
            }
        }
        assertThat(gatePack("syllables", new Saying(PackLanguage.HINDI), name.toString())
                        .text())
                .contains(PrintedFile.inOneLine(name.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<b>&amp;]]>\"'", "a\u0000b\u0007c", "\ud83d", "\ue000\ue001", "😀", "\u200d\u200c", "्", "", "ি"
            })
    void textThatIsHardToWriteSpoilsNothing(String name) {
        assertThat(gatePack("hard", new Saying(PackLanguage.HINDI), name).tagged())
                .isTrue();
    }

    @Test
    void markupInTextIsText() {
        assertThat(gatePack("markup", new Saying(PackLanguage.ENGLISH), "<script>x</script>")
                        .text())
                .contains("<script>x</script>");
    }

    private static PrintedFile gatePack(String name, Saying say, String womanName) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("say", say);
        values.put("caseNumber", "NORTH-2026-0007");
        values.put("womanName", womanName);
        values.put("firstDay", LocalDate.of(2026, 12, 14));
        values.put("calls", List.of(new GatePack.Call(say.words("call.emergency"), null, "999")));
        values.put("take", List.of(List.of(say.words("take.papers"))));
        values.put("appointments", new ArrayList<>());
        values.put("write", List.of(say.words("write.tonight")));
        return PrintedFile.read(name, PDF.make("gate", values));
    }
}
