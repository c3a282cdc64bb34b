package org.throughcare.monitoring.measures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Hides numbers about fewer than five women, so that nobody is recognised. Where only one part of a whole is hidden it
 * could be found from the others, so the smallest of these is hidden too.
 */
final class SmallGroups {

    /** The smallest number that is shown. */
    static final int FEWEST = 5;

    /** What stands in the place of a number. */
    static final String HIDDEN = "<5";

    private SmallGroups() {}

    static boolean isSmall(long number) {
        return number > 0 && number < FEWEST;
    }

    /** For people: what is hidden is not always few, it may stand beside a number that it would tell. */
    static String inWords(Object value) {
        return HIDDEN.equals(value) ? "hidden" : value.toString();
    }

    /** A number of women, or that they are few. */
    static Object shown(long number) {
        return isSmall(number) ? HIDDEN : (Object) (int) number;
    }

    /**
     * The parts of a whole: each row has a number of women under that key.
     *
     * @param alsoHidden further values that tell of the same women
     */
    static List<Row> partsOfWhole(List<Row> rows, String key, List<String> alsoHidden) {
        List<Integer> hide = new ArrayList<>(IntStream.range(0, rows.size())
                .filter(number -> isSmall(women(rows.get(number), key)))
                .boxed()
                .toList());
        if (hide.size() == 1) {
            int only = hide.get(0);
            Optional<Integer> next = IntStream.range(0, rows.size())
                    .boxed()
                    .filter(number -> number != only && women(rows.get(number), key) > 0)
                    .min((one, other) -> Integer.compare(women(rows.get(one), key), women(rows.get(other), key)));
            next.ifPresent(hide::add);
        }
        return IntStream.range(0, rows.size())
                .mapToObj(
                        number -> hide.contains(number) ? hidden(rows.get(number), key, alsoHidden) : rows.get(number))
                .toList();
    }

    private static int women(Row row, String key) {
        return ((Number) row.values().get(key)).intValue();
    }

    /** The row without its numbers. */
    static Row hidden(Row row, String key, List<String> alsoHidden) {
        Map<String, Object> values = new LinkedHashMap<>(row.values());
        values.put(key, HIDDEN);
        alsoHidden.forEach(other -> values.put(other, null));
        return new Row(row.of(), values);
    }

    /** A part and the whole that it is of: shown when neither the part nor the rest is few. */
    static Object part(long part, long whole) {
        return isSmall(part) || isSmall(whole - part) || isSmall(whole) ? HIDDEN : (Object) (int) part;
    }
}
