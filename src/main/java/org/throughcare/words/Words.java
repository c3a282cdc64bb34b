package org.throughcare.words;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;

/**
 * Codes in plain words, the same on every page, form and card. The exceptions stand in {@code words.json}, which the pages
 * in the browser read too.
 */
public final class Words {

    private static final Map<String, Map<String, String>> EXCEPTIONS = load();

    private Words() {}

    private static Map<String, Map<String, String>> load() {
        try (InputStream file = Words.class.getResourceAsStream("/words.json")) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalStateException("words.json cannot be read.", e);
        }
    }

    /**
     * A code in words, as {@code mentalHealth} becomes "Mental health".
     *
     * @param what what the code names, such as {@code pathway}
     */
    public static String of(String what, String code) {
        String fixed = EXCEPTIONS.getOrDefault(what, Map.of()).get(code);
        return fixed == null ? spoken(code) : fixed;
    }

    /** A lowerCamelCase code as words, with a capital first letter. */
    public static String spoken(String code) {
        String words = code.replaceAll("([a-z])([A-Z0-9])", "$1 $2").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
