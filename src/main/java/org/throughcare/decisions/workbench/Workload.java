package org.throughcare.decisions.workbench;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughcare.decisions.workbench.Impact.Load;

/**
 * What a table gives to whom in a week: a row with a role is one piece of work for that role; a row with an interval
 * ({@code every}) is a contact as often as it says, for as long as the case is open.
 */
class Workload {

    private static final List<String> ROLES = List.of("role", "ownerRole");
    private static final String EVERY = "every";
    private static final String CONTACTS = "contacts";
    private static final double DAYS = 7;

    private final Map<String, double[]> byRole = new TreeMap<>();

    /** Work that came up in so many weeks. */
    void decided(List<Map<String, Object>> now, List<Map<String, Object>> then, double weeks) {
        now.forEach(row -> role(row, 0, weeks));
        then.forEach(row -> role(row, 1, weeks));
    }

    /** Work that comes up again and again while the case is open. */
    void goesOn(List<Map<String, Object>> now, List<Map<String, Object>> then) {
        now.forEach(row -> interval(row, 0));
        then.forEach(row -> interval(row, 1));
    }

    private void role(Map<String, Object> row, int when, double weeks) {
        ROLES.stream()
                .map(row::get)
                .filter(String.class::isInstance)
                .forEach(role -> add((String) role, when, 1 / weeks));
    }

    private void interval(Map<String, Object> row, int when) {
        if (row.get(EVERY) instanceof String every && days(every) > 0) {
            add(CONTACTS, when, DAYS / days(every));
        }
    }

    private void add(String role, int when, double aWeek) {
        byRole.computeIfAbsent(role, key -> new double[2])[when] += aWeek;
    }

    private static double days(String duration) {
        try {
            Period period = duration.contains("T") ? Period.ZERO : Period.parse(duration);
            return duration.contains("T")
                    ? Duration.parse(duration).toHours() / 24.0
                    : period.toTotalMonths() * 365.25 / 12 + period.getDays();
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    List<Load> result() {
        return byRole.entrySet().stream()
                .map(entry -> new Load(entry.getKey(), rounded(entry.getValue()[0]), rounded(entry.getValue()[1])))
                .toList();
    }

    private static double rounded(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
