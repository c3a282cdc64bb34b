package org.throughcare.decisions.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.throughcare.decisions.workbench.Impact.Compared;
import org.throughcare.decisions.workbench.Impact.Group;
import org.throughcare.decisions.workbench.ImpactRuns.Run;
import org.throughcare.decisions.workbench.ImpactRuns.Totals;
import org.throughcare.decisions.workbench.ImpactRuns.Touched;

/** What comparisons brought, for one reader. */
@Component
class ImpactResults {

    private final ImpactRuns runs;
    private final ObjectMapper mapper;

    ImpactResults(ImpactRuns runs, ObjectMapper mapper) {
        this.runs = runs;
        this.mapper = mapper;
    }

    /**
     * The result of that run without the cases that do not exist for the reader; empty while there is none.
     *
     * @param run may be null
     */
    Optional<Impact> of(String run, Set<String> hidden) {
        return Optional.ofNullable(run).flatMap(runs::find).flatMap(found -> of(found, hidden));
    }

    Optional<Impact> of(Run run, Set<String> hidden) {
        return Optional.ofNullable(run.totals()).map(this::read).map(totals -> {
            List<Touched> touched = runs.touched(run.id());
            return new Impact(
                    compared(totals.pastAsked(), totals.pastChanged(), touched, false, hidden),
                    compared(totals.openAsked(), totals.openChanged(), touched, true, hidden),
                    totals.workload());
        });
    }

    /** Where a case does not exist for the reader, not even the number of changes tells of it. */
    private static Compared compared(int asked, int changed, List<Touched> all, boolean open, Set<String> hidden) {
        List<Touched> touched = all.stream().filter(one -> one.open() == open).toList();
        List<Touched> shown = touched.stream()
                .filter(one -> !hidden.contains(one.caseNumber()))
                .toList();
        return new Compared(asked, shown.size() == touched.size() ? changed : shown.size(), groups(shown));
    }

    private record Change(String from, String to) {}

    private static List<Group> groups(List<Touched> touched) {
        Map<Change, Set<String>> changes = new LinkedHashMap<>();
        touched.forEach(one -> changes.computeIfAbsent(new Change(one.from(), one.to()), key -> new TreeSet<>())
                .add(one.caseNumber()));
        return changes.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey().from(),
                        entry.getKey().to(),
                        entry.getValue().size(),
                        List.copyOf(entry.getValue())))
                .sorted(Comparator.comparingInt(Group::count).reversed())
                .toList();
    }

    private Totals read(String totals) {
        try {
            return mapper.readValue(totals, Totals.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A comparison could not be read.");
        }
    }
}
