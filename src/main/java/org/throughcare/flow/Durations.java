package org.throughcare.flow;

import java.util.Map;
import java.util.TreeMap;

/** How often something took so many hours. */
final class Durations {

    private static final double HOURS_OF_A_DAY = 24;

    private final TreeMap<Integer, Integer> timesByHours;
    private final int count;

    /** @param timesByHours how often, by hours */
    Durations(Map<Integer, Integer> timesByHours) {
        this.timesByHours = new TreeMap<>(timesByHours);
        this.count = timesByHours.values().stream().mapToInt(Integer::intValue).sum();
        if (count == 0) {
            throw new IllegalArgumentException("Nothing was measured.");
        }
    }

    /** How many. */
    int count() {
        return count;
    }

    /** Half took longer: the middle one, or between the two in the middle. In days with one decimal. */
    double medianDays() {
        return days((at((count + 1) / 2) + at(count / 2 + 1)) / 2.0);
    }

    /** Nine of ten took at most so long (nearest rank). In days with one decimal. */
    double p90Days() {
        return days(at((int) Math.ceil(count * 0.9)));
    }

    /** The hours of the one with that place, counted from one, the shortest first. */
    private int at(int place) {
        int passed = 0;
        for (Map.Entry<Integer, Integer> band : timesByHours.entrySet()) {
            passed += band.getValue();
            if (passed >= place) {
                return band.getKey();
            }
        }
        return timesByHours.lastKey();
    }

    private static double days(double hours) {
        return Math.round(hours / HOURS_OF_A_DAY * 10) / 10.0;
    }
}
