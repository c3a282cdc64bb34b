package org.throughcare.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What makes a password good enough, wherever one is set: it is long, is not made of its owner's name, and is none of
 * those that everybody tries first. There are no rules about kinds of characters, since they make passwords that people
 * write down (NIST SP 800-63B, 5.1.1.2).
 */
public final class Passwords {

    /** Characters that a password needs at least. */
    public static final int SHORTEST = 12;

    /** The rule, for whoever chose one that is not good enough. */
    public static final String RULE = "The password needs at least " + SHORTEST
            + " characters, may not hold the user's name, and may not be one that everybody tries first, such as words"
            + " like \"password\" or \"welcome\" with digits, or rows of keys. Four words that do not belong together are"
            + " a good one.";

    private static final int DIFFERENT_CHARACTERS = 6;
    private static final int SHORTEST_NAME = 3;
    private static final String ROWS = "abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm qwertzuiop "
            + "azertyuiop qsdfghjklm yxcvbnm 1qaz2wsx3edc4rfv5tgb6yhn7ujm";
    private static final List<Pattern> COMMON_WORDS = commonWords();

    private Passwords() {}

    /** Whether it has enough characters. */
    public static boolean isLong(String password) {
        return password.codePointCount(0, password.length()) >= SHORTEST;
    }

    /** Whether it holds none of these names; a name of two letters is no name here. */
    public static boolean isWithoutNames(String password, Collection<String> names) {
        String plain = password.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(Objects::nonNull)
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> name.length() >= SHORTEST_NAME)
                .noneMatch(plain::contains);
    }

    /** Whether it is none that everybody tries first. */
    public static boolean isUncommon(String password) {
        String plain = password.toLowerCase(Locale.ROOT);
        if (plain.chars().distinct().count() < DIFFERENT_CHARACTERS || isRowsOfKeys(plain)) {
            return false;
        }
        return !withoutCommonWords(plain).isEmpty();
    }

    /** Whether it is good enough for who has these names. */
    static boolean isGood(String password, Collection<String> names) {
        return isLong(password) && isWithoutNames(password, names) && isUncommon(password);
    }

    /** The letters that are left without common words, digits and signs; the longest words go first. */
    private static String withoutCommonWords(String plain) {
        String left = plain;
        for (Pattern word : COMMON_WORDS) {
            left = word.matcher(left).replaceAll(" ");
        }
        return left.replaceAll("\\P{L}", "");
    }

    /** Whether most of its characters follow one another on a keyboard, in the alphabet or as numbers do. */
    private static boolean isRowsOfKeys(String plain) {
        String backwards = new StringBuilder(ROWS).reverse().toString();
        int following = 0;
        for (int index = 0; index + 1 < plain.length(); index++) {
            String pair = plain.substring(index, index + 2);
            boolean same = pair.charAt(0) == pair.charAt(1);
            if (same || ROWS.contains(pair) || backwards.contains(pair)) {
                following++;
            }
        }
        return following * 4 >= (plain.length() - 1) * 3;
    }

    /** The word, also with digits and signs in the place of letters, as in {@code p@ssw0rd}. */
    private static Pattern alsoWithSigns(String word) {
        return Pattern.compile(word.replace("a", "[a@4]")
                .replace("e", "[e3]")
                .replace("i", "[i1!]")
                .replace("o", "[o0]")
                .replace("s", "[s5$]")
                .replace("t", "[t7]"));
    }

    private static List<Pattern> commonWords() {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Passwords.class.getResourceAsStream("/access/common-words.txt"), StandardCharsets.UTF_8))) {
            return file.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .sorted((one, other) -> other.length() - one.length())
                    .map(Passwords::alsoWithSigns)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("access/common-words.txt cannot be read.", e);
        }
    }
}
