package org.throughcare.monitoring.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How many of a group are still there after so many days, when some were seen for a shorter time than others (Kaplan and
 * Meier 1958), with a band of 95 % by Greenwood's variance on the scale of log(−log), which stays between 0 and 1.
 */
final class KaplanMeier {

    private static final double Z = 1.959963984540054;

    private final List<Seen> group;
    private final List<Step> steps;

    /**
     * How long somebody was seen.
     *
     * @param time from the beginning, in any unit
     * @param left whether she left then; otherwise she was seen no longer
     */
    record Seen(double time, boolean left) {}

    /**
     * From that time on, until the next step.
     *
     * @param kept the share that is still there
     * @param low the band's lower edge
     * @param high the band's upper edge
     */
    record Step(double time, double kept, double low, double high) {}

    KaplanMeier(List<Seen> group) {
        this.group = List.copyOf(group);
        this.steps = steps(this.group);
    }

    private static List<Step> steps(List<Seen> group) {
        List<Step> steps = new ArrayList<>();
        double kept = 1;
        double greenwood = 0;
        for (double time :
                group.stream().filter(Seen::left).map(Seen::time).collect(Collectors.toCollection(TreeSet::new))) {
            double atRisk = group.stream().filter(seen -> seen.time() >= time).count();
            double left = group.stream()
                    .filter(seen -> seen.left() && seen.time() == time)
                    .count();
            kept *= 1 - left / atRisk;
            greenwood += left / (atRisk * (atRisk - left));
            steps.add(step(time, kept, greenwood));
        }
        return steps;
    }

    private static Step step(double time, double kept, double greenwood) {
        if (kept == 0) {
            return new Step(time, 0, 0, 0);
        }
        double width = Z * Math.sqrt(greenwood) / Math.abs(Math.log(kept));
        return new Step(time, kept, Math.pow(kept, Math.exp(width)), Math.pow(kept, Math.exp(-width)));
    }

    /** What holds at that time. */
    Step at(double time) {
        return steps.stream()
                .filter(step -> step.time() <= time)
                .reduce((before, last) -> last)
                .orElse(new Step(0, 1, 1, 1));
    }

    /** How many are there and seen up to that time at least. */
    int atRisk(double time) {
        return (int) group.stream().filter(seen -> seen.time() >= time).count();
    }
}
