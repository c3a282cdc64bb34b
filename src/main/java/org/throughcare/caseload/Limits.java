package org.throughcare.caseload;

import java.util.Map;

/**
 * How many women one case manager works with (study 000, table caseloadLimit).
 *
 * @param custodyMax at a time in custody
 * @param communityMax at a time in the community
 * @param yearMax within a year
 */
public record Limits(int custodyMax, int communityMax, int yearMax) {

    static Limits of(Map<String, Object> decided) {
        return new Limits(number(decided, "custodyMax"), number(decided, "communityMax"), number(decided, "yearMax"));
    }

    private static int number(Map<String, Object> decided, String name) {
        return ((Number) decided.get(name)).intValue();
    }
}
