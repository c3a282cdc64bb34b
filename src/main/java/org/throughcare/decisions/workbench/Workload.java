package org.throughcare.decisions.workbench;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughcare.decisions.workbench.Impact.Load;

/**
 * What a table gives to whom in a week: a row with a role is one piece of work for that role; a row with an interval is a
 * contact, catch-up or review as often as it says, for as long as the case is open; a row with a lead time is a meeting a
 * week from so many months before her release until she leaves (domain rule 7), told as the mean of the coming year.
 */
class Workload {

    private static final List<String> ROLES = List.of("role", "ownerRole");
    private static final String LEAD_MONTHS = "leadMonths";
    private static final double DAYS = 7;
    private static final double A_YEAR = 364;
    private static final double A_MONTH = 365.25 / 12;

    private record Kind(String role, String work) {}

    private static final Map<String, Kind> INTERVALS = Map.of(
            "every", new Kind("communityWorker", "contacts after release"),
            "catchUpEvery", new Kind("caseManager", "catch-ups"),
            "reviewEvery", new Kind("caseManager", "reviews of the plan"));
    private static final Kind MEETINGS = new Kind("caseManager", "weekly meetings before release");

    private final Map<Kind, double[]> byKind = new HashMap<>();

    /** Work that came up in so many weeks. */
    void decided(List<Map<String, Object>> now, List<Map<String, Object>> then, double weeks) {
        now.forEach(row -> role(row, 0, weeks));
        then.forEach(row -> role(row, 1, weeks));
    }

    /**
     * Work that comes up again and again while the case is open.
     *
     * @param daysToRelease null while it is unknown, negative once she has left
     */
    void goesOn(List<Map<String, Object>> now, List<Map<String, Object>> then, Number daysToRelease) {
        now.forEach(row -> goesOn(row, 0, daysToRelease));
        then.forEach(row -> goesOn(row, 1, daysToRelease));
    }

    private void role(Map<String, Object> row, int when, double weeks) {
        ROLES.stream()
                .map(row::get)
                .filter(String.class::isInstance)
                .forEach(role -> add(new Kind((String) role, "tasks"), when, 1 / weeks));
    }

    private void goesOn(Map<String, Object> row, int when, Number daysToRelease) {
        INTERVALS.forEach((output, kind) -> {
            if (row.get(output) instanceof String every && days(every) > 0) {
                add(kind, when, DAYS / days(every));
            }
        });
        if (row.get(LEAD_MONTHS) instanceof Number months) {
            add(MEETINGS, when, daysOfMeetings(months.doubleValue(), daysToRelease) / A_YEAR);
        }
    }

    /** Of the coming year, from the lead time or today until she leaves; without a lead time they have begun. */
    private static double daysOfMeetings(double months, Number daysToRelease) {
        if (daysToRelease == null) {
            return months == 0 ? A_YEAR : 0;
        }
        double end = Math.min(A_YEAR, daysToRelease.doubleValue());
        double begin = months == 0 ? 0 : Math.max(0, daysToRelease.doubleValue() - months * A_MONTH);
        return Math.max(0, end - begin);
    }

    private void add(Kind kind, int when, double aWeek) {
        byKind.computeIfAbsent(kind, key -> new double[2])[when] += aWeek;
    }

    private static double days(String duration) {
        try {
            Period period = duration.contains("T") ? Period.ZERO : Period.parse(duration);
            return duration.contains("T")
                    ? Duration.parse(duration).toHours() / 24.0
                    : period.toTotalMonths() * A_MONTH + period.getDays();
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    List<Load> result() {
        return byKind.entrySet().stream()
                .map(entry -> new Load(
                        entry.getKey().role(),
                        entry.getKey().work(),
                        rounded(entry.getValue()[0]),
                        rounded(entry.getValue()[1])))
                .sorted(Comparator.comparing(Load::role).thenComparing(Load::work))
                .toList();
    }

    private static double rounded(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
