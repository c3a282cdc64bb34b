package org.throughcare.journey.urgent;

import java.util.Locale;
import java.util.Map;

/** Plain words for codes, as the forms show them. */
final class Words {

    private static final Map<String, String> FLAGS = Map.ofEntries(
            Map.entry("selfHarm", "Self-harm or suicide"),
            Map.entry("familyConcern", "News or trouble in her family"),
            Map.entry("childInDanger", "A child in danger"),
            Map.entry("childWithoutCarer", "A child without a carer"),
            Map.entry("withdrawal", "Withdrawal from drugs or alcohol"),
            Map.entry("overdose", "Overdose danger"),
            Map.entry("medicines", "A medicine missing"),
            Map.entry("familyThreat", "Threat from her family"),
            Map.entry("youngWoman", "Young woman under 21"),
            Map.entry("other", "Something else"));

    private Words() {}

    static String flag(String code) {
        return FLAGS.getOrDefault(code, spoken(code));
    }

    static String role(String stem) {
        return spoken(stem);
    }

    /** {@code acuteMentalIllness} becomes "Acute mental illness". */
    static String spoken(String code) {
        String words = code.replaceAll("([a-z])([A-Z0-9])", "$1 $2").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
