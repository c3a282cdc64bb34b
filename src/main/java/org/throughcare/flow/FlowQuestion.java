package org.throughcare.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What somebody asks about.
 *
 * @param sites of these sites, all of which she may read
 * @param hidden cases that do not exist for her
 * @param track of this track; of every track when empty
 * @param from the first day of the first month
 * @param to the first day of the last month
 */
record FlowQuestion(List<String> sites, Set<String> hidden, String track, LocalDate from, LocalDate to) {

    /** What a list in a statement holds instead of nothing. */
    private static final Set<String> NO_CASE = Set.of("");

    /** The hidden cases for a statement; never empty. */
    Set<String> hiddenOrNone() {
        return hidden.isEmpty() ? NO_CASE : hidden;
    }
}
