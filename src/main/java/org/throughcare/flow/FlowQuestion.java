package org.throughcare.flow;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.throughcare.monitoring.measures.Scope;
import org.throughcare.sites.Site;

/**
 * What somebody asks about, as statements take it.
 *
 * @param sites ids of the sites, all of which she may read
 * @param hidden cases that do not exist for her
 * @param track of this track; of every track when empty
 * @param from the first day of the first month
 * @param to the first day of the last month
 */
record FlowQuestion(List<String> sites, Set<String> hidden, String track, LocalDate from, LocalDate to) {

    private static final int MONTHS = 12;

    /** What a list in a statement holds instead of nothing. */
    private static final Set<String> NO_CASE = Set.of("");

    /** In whole months; the last twelve when no period was asked for. */
    static FlowQuestion of(Scope scope) {
        LocalDate today = LocalDate.ofInstant(scope.now(), ZoneOffset.UTC);
        return new FlowQuestion(
                scope.sites().stream().map(Site::id).toList(),
                scope.hidden(),
                scope.track().orElse(""),
                StepTimes.month(scope.from().orElse(today.minusMonths(MONTHS))),
                StepTimes.month(scope.to().orElse(today)));
    }

    /** The hidden cases for a statement; never empty. */
    Set<String> hiddenOrNone() {
        return hidden.isEmpty() ? NO_CASE : hidden;
    }
}
