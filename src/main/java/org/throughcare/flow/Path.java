package org.throughcare.flow;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.throughcare.flow.Models.Way;

/**
 * The way that one process of a case took.
 *
 * @param process what people call the process
 * @param names what people call its elements, by id
 * @param flows ids of the sequence flows that it took
 */
record Path(
        String definitionId,
        String process,
        String caseNumber,
        Map<String, String> names,
        List<Visit> activities,
        Set<String> flows) {

    /**
     * An element that it reached.
     *
     * @param sequence grows along the way
     * @param endedAt null while it waits there
     * @param canceled whether it left without finishing
     */
    record Visit(String activityId, Instant startedAt, Instant endedAt, boolean canceled, long sequence) {

        private boolean leadsTo(Visit next) {
            return !canceled
                    && endedAt != null
                    && (endedAt.isBefore(next.startedAt())
                            || endedAt.equals(next.startedAt()) && sequence < next.sequence());
        }
    }

    private static final Comparator<Visit> BY_START =
            Comparator.comparing(Visit::startedAt).thenComparing(Visit::sequence);
    private static final Comparator<Visit> BY_END =
            Comparator.comparing(Visit::endedAt).thenComparing(Visit::sequence);

    /**
     * Finds the ways taken: history keeps elements and no flows. An element was reached from that of its predecessors
     * that was finished last before it, and each finished predecessor leads each way once: so a join is reached by all of
     * its ways, and a loop by the way back.
     */
    static Set<String> taken(List<Visit> visits, Set<Way> ways) {
        Set<Step> steps = new LinkedHashSet<>();
        visits.stream().sorted(BY_START).forEach(visit -> ways.stream()
                .filter(way -> way.to().equals(visit.activityId()))
                .flatMap(way -> visits.stream()
                        .filter(from -> from.activityId().equals(way.from()) && from.leadsTo(visit))
                        .map(from -> new Step(way, from)))
                .filter(step -> !steps.contains(step))
                .max(Comparator.comparing(Step::from, BY_END))
                .ifPresent(steps::add));
        return steps.stream().map(step -> step.way().id()).collect(Collectors.toCollection(TreeSet::new));
    }

    private record Step(Way way, Visit from) {}
}
