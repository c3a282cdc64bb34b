package org.throughcare.monitoring.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The share still kept by day, as it is drawn on paper: a stair with its band and the benchmark. All lengths are
 * millimetres from the drawing's upper left corner.
 */
record PrintedCurve(List<Stair> stairs, List<Mark> across, List<Mark> down, Mark benchmark) {

    /** As wide and high as {@code .curve} in {@code pack.css}. */
    static final double WIDTH = 150;

    static final double HEIGHT = 48;

    private static final int YEAR = 365;
    private static final List<Integer> MILESTONES = List.of(0, 30, 91, 182, YEAR);
    private static final List<String> MILESTONE_NAMES =
            List.of("Release", "1 month", "3 months", "6 months", "12 months");

    /**
     * From one day on which the share is known to the next.
     *
     * @param top where the share lies
     * @param drop how far it lies below the share before
     * @param bandTop the band's upper edge
     * @param bandHeight from there to its lower edge
     */
    record Stair(double left, double width, double top, double drop, double bandTop, double bandHeight) {}

    /** Words at a place of an axis. */
    record Mark(double at, String words) {}

    /** The curve of a measure that has one. */
    static Optional<PrintedCurve> of(Answer answer) {
        if (!answer.id().equals("retention") || answer.rows().isEmpty()) {
            return Optional.empty();
        }
        List<Stair> stairs = new ArrayList<>();
        List<Answer.Line> rows = answer.rows();
        for (int number = 0; number + 1 < rows.size(); number++) {
            stairs.add(stair(rows.get(Math.max(0, number - 1)), rows.get(number), rows.get(number + 1)));
        }
        double benchmark = share(rows.get(0), "benchmark");
        return Optional.of(new PrintedCurve(stairs, months(), shares(), mark(height(benchmark), benchmark)));
    }

    private static Stair stair(Answer.Line before, Answer.Line line, Answer.Line next) {
        double top = height(share(line, "kept"));
        double bandTop = height(share(line, "high"));
        return new Stair(
                width(day(line)),
                rounded(width(day(next)) - width(day(line))),
                top,
                rounded(top - height(share(before, "kept"))),
                bandTop,
                rounded(height(share(line, "low")) - bandTop));
    }

    private static List<Mark> months() {
        List<Mark> marks = new ArrayList<>();
        for (int number = 0; number < MILESTONES.size(); number++) {
            marks.add(new Mark(width(MILESTONES.get(number)), MILESTONE_NAMES.get(number)));
        }
        return marks;
    }

    private static List<Mark> shares() {
        return List.of(mark(0, 1), mark(height(0.5), 0.5), mark(HEIGHT, 0));
    }

    private static Mark mark(double at, double share) {
        return new Mark(at, Math.round(share * 100) + " %");
    }

    private static int day(Answer.Line line) {
        return Integer.parseInt(line.of().get("day").code());
    }

    private static double share(Answer.Line line, String key) {
        return ((Number) line.values().get(key)).doubleValue();
    }

    private static double width(int day) {
        return rounded(WIDTH * day / YEAR);
    }

    private static double height(double share) {
        return rounded(HEIGHT * (1 - share));
    }

    private static double rounded(double millimetres) {
        return Math.round(millimetres * 100) / 100.0;
    }
}
