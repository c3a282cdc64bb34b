package org.throughcare.packs;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** Says the fixed texts of a pack in her language and in English, from the files in {@code packs/words}. Templates ask it. */
final class Saying {

    private static final String DAY_OF_THIS_YEAR = "EEEE d MMMM";
    private static final String DAY = DAY_OF_THIS_YEAR + " yyyy";
    private static final Map<PackLanguage, Properties> WORDS = load();

    private final PackLanguage hers;

    Saying(PackLanguage hers) {
        this.hers = hers;
    }

    /**
     * A text in one language.
     *
     * @param language its code
     * @param hers whether it is the one to read first
     */
    record Said(String language, String text, boolean hers) {}

    private static Map<PackLanguage, Properties> load() {
        Map<PackLanguage, Properties> all = new EnumMap<>(PackLanguage.class);
        for (PackLanguage language : PackLanguage.values()) {
            String file = "packs/words/" + language.code() + ".properties";
            try (Reader reader =
                    new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8)) {
                Properties words = new Properties();
                words.load(reader);
                all.put(language, words);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read.", e);
            }
        }
        return all;
    }

    /** Her language's code. */
    public String language() {
        return hers.code();
    }

    /** Whether there are words for that key. */
    static boolean knows(String key) {
        return WORDS.get(PackLanguage.ENGLISH).containsKey(key);
    }

    /**
     * The words for that key, hers first.
     *
     * @throws IllegalArgumentException when there are none, not even in English
     */
    public List<Said> words(String key) {
        String english = WORDS.get(PackLanguage.ENGLISH).getProperty(key);
        if (english == null) {
            throw new IllegalArgumentException("packs/words/en.properties has no line for \"" + key + "\".");
        }
        return both(WORDS.get(hers).getProperty(key), english);
    }

    /** The words for that key, or the text as it is when there are none. */
    public List<Said> wordsOr(String key, String text) {
        return knows(key) ? words(key) : both(null, text);
    }

    /** A day, with the day of the week. */
    public List<Said> day(LocalDate day) {
        return inBoth(day, DAY);
    }

    /** A day of the next weeks: without the year. */
    public List<Said> dayOfThisYear(LocalDate day) {
        return inBoth(day, DAY_OF_THIS_YEAR);
    }

    private List<Said> inBoth(LocalDate day, String pattern) {
        return both(
                DateTimeFormatter.ofPattern(pattern, hers.locale()).format(day),
                DateTimeFormatter.ofPattern(pattern, PackLanguage.ENGLISH.locale())
                        .format(day));
    }

    /** The words for that key in her language alone. */
    public String title(String key) {
        return words(key).get(0).text();
    }

    /** On which day something was as it says, in her language alone. */
    public String today(LocalDate day) {
        return title("madeOn") + " " + day(day).get(0).text();
    }

    private List<Said> both(String own, String english) {
        Said also = new Said(PackLanguage.ENGLISH.code(), english, own == null || hers == PackLanguage.ENGLISH);
        return also.hers()
                ? List.of(also)
                : Stream.of(new Said(hers.code(), own, true), also).toList();
    }
}
