package org.throughcare.casefile;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.language.DoubleMetaphone;

/** A name as searches take it: its parts without accents and in small letters, how each sounds, and its letters by three. */
final class NameParts {

    /** One consonant says too little. */
    private static final int SHORTEST_SOUND = 2;

    private static final DoubleMetaphone SOUNDS = new DoubleMetaphone();

    private NameParts() {}

    static List<String> of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Arrays.stream(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    /** Up to two codes (Double Metaphone); none for scripts that it does not know. */
    static Set<String> sounds(String part) {
        return Stream.of(SOUNDS.doubleMetaphone(part, false), SOUNDS.doubleMetaphone(part, true))
                .filter(code -> code != null && code.length() >= SHORTEST_SOUND)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Its letters by three, with a blank for its beginning and its end. */
    static Set<String> trigrams(String part) {
        String padded = " " + part + " ";
        Set<String> trigrams = new LinkedHashSet<>();
        for (int from = 0; from + 3 <= padded.length(); from++) {
            trigrams.add(padded.substring(from, from + 3));
        }
        return trigrams;
    }

    /** A name that {@link #match matches} this word by its letters shares at least so many of its letters by three. */
    static int fewestShared(String word) {
        return Math.max(1, trigrams(word).size() / 2);
    }

    /** Whether each word is the beginning of a part of the name, sounds like one, or shares half of its letters by three; the
     * first letter counts once more. */
    static boolean match(List<String> words, String name) {
        List<String> parts = of(name);
        return words.stream().allMatch(word -> parts.stream().anyMatch(part -> match(word, part)));
    }

    private static boolean match(String word, String part) {
        if (part.startsWith(word)) {
            return true;
        }
        Set<String> sounds = sounds(part);
        if (sounds(word).stream().anyMatch(sounds::contains)) {
            return true;
        }
        Set<String> trigrams = trigrams(part);
        Set<String> wanted = trigrams(word);
        long shared = wanted.stream().filter(trigrams::contains).count();
        int sameBeginning = word.charAt(0) == part.charAt(0) ? 1 : 0;
        return (shared + sameBeginning) * 2 >= wanted.size() + 1;
    }
}
