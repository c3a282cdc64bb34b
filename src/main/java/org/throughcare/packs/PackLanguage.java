package org.throughcare.packs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages in which packs speak to her. English stands beside each of the others, for whoever helps her. */
enum PackLanguage {
    ENGLISH("en"),
    MAORI("mi", "māori", "maori"),
    HINDI("hi", "hindi", "हिन्दी", "हिंदी"),
    BENGALI("bn", "bengali", "bangla", "বাংলা");

    private final String code;
    private final List<String> names;

    PackLanguage(String code, String... names) {
        this.code = code;
        this.names = List.of(names);
    }

    /** As in ISO 639-1. */
    String code() {
        return code;
    }

    Locale locale() {
        return this == ENGLISH ? Locale.UK : Locale.forLanguageTag(code);
    }

    /** The language with that code. */
    static Optional<PackLanguage> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /**
     * The language that she speaks; English when there is no pack in hers.
     *
     * @param spoken as reception wrote it down: a name or a code; null when nobody asked
     */
    static PackLanguage spokenBy(String spoken) {
        String written = spoken == null ? "" : spoken.strip().toLowerCase(Locale.ROOT);
        return Stream.of(MAORI, HINDI, BENGALI)
                .filter(language ->
                        written.equals(language.code) || language.names.stream().anyMatch(written::contains))
                .findFirst()
                .orElse(ENGLISH);
    }
}
