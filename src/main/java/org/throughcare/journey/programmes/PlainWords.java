package org.throughcare.journey.programmes;

import java.util.Locale;

/** Codes of activities and statuses as a person reads them. */
final class PlainWords {

    private PlainWords() {}

    /** {@code griefAndDepressionWork} becomes "Grief and depression work". */
    static String of(String code) {
        String words = code.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
