package org.throughcare.referrals;

import java.util.Locale;
import java.util.Map;

/** Codes as people read them. */
final class Words {

    private static final Map<String, String> FIXED = Map.of(
            "gp", "Doctor (GP)",
            "womensRefuge", "Women's refuge",
            "communityTeam", "Community team",
            "probation", "Probation",
            "family", "A relative or friend whom she names");

    private Words() {}

    /** A lowerCamelCase code as words, with a capital first letter. */
    static String of(String code) {
        if (FIXED.containsKey(code)) {
            return FIXED.get(code);
        }
        String words = code.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
