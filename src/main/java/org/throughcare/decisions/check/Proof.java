package org.throughcare.decisions.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.throughcare.decisions.check.GapSearch.Gap;
import org.throughcare.decisions.check.GapSearch.Gaps;

/**
 * For whom no rule fires, for whom too many do, and which rules never decide anything: over all pieces of all columns
 * together, so complete wherever nothing is said to be unproved.
 */
final class Proof {

    private static final int GAPS_SHOWN = 8;

    private final Draft draft;
    private final Patience patience;
    private final Grid grid;
    private final InWords words;
    private final Predicate<Map<String, Object>> wasAnsweredBefore;

    private Proof(Draft draft, Predicate<Map<String, Object>> wasAnsweredBefore, Patience patience) {
        this.draft = draft;
        this.wasAnsweredBefore = wasAnsweredBefore;
        this.patience = patience;
        grid = Grid.of(draft, patience);
        words = new InWords(grid.domains());
    }

    /** @param wasAnsweredBefore whether the deployed table has an answer for such inputs */
    static List<Finding> of(Draft draft, Predicate<Map<String, Object>> wasAnsweredBefore, Patience patience) {
        List<Finding> findings = new ArrayList<>();
        try {
            new Proof(draft, wasAnsweredBefore, patience).find(findings);
        } catch (Patience.OverException e) {
            findings.add(Finding.ofTable(
                    Severity.WARNING,
                    Kind.UNPROVED,
                    draft.element(),
                    "Not everything could be proved because the table has too many combinations for the time. Split it, or"
                            + " use fewer values."));
        }
        return findings;
    }

    private void find(List<Finding> found) {
        found.addAll(grid.findings());
        neverFires(found);
        if (draft.hasManyAnswers()) {
            return;
        }
        if (draft.hitPolicy() != HitPolicy.FIRST) {
            overlaps(found);
        }
        gaps(found);
        if (draft.hitPolicy() == HitPolicy.FIRST) {
            shadowed(found);
        }
    }

    private void neverFires(List<Finding> findings) {
        for (int rule = 0; rule < draft.rules().size(); rule++) {
            for (int column = 0; column < draft.inputs().size(); column++) {
                if (grid.acceptance().piecesOf(rule, column).isEmpty()) {
                    Line line = draft.rules().get(rule);
                    findings.add(Finding.ofCell(
                            Severity.WARNING,
                            Kind.NEVER_FIRES,
                            line,
                            draft.inputs().get(column),
                            line.inputs().get(column),
                            "the rule can never fire, because no value is accepted by this cell: "
                                    + line.inputs().get(column).text() + ". Correct it or remove the rule."));
                }
            }
        }
    }

    private void overlaps(List<Finding> findings) {
        Map<Integer, Set<Integer>> partners = new LinkedHashMap<>();
        for (int one = 0; one < draft.rules().size(); one++) {
            for (int other = one + 1; other < draft.rules().size(); other++) {
                if (clash(one, other)) {
                    partners.computeIfAbsent(one, rule -> new LinkedHashSet<>()).add(other);
                    partners.computeIfAbsent(other, rule -> new LinkedHashSet<>())
                            .add(one);
                }
            }
        }
        while (partners.values().stream().anyMatch(others -> !others.isEmpty())) {
            Map.Entry<Integer, Set<Integer>> most = partners.entrySet().stream()
                    .reduce((one, other) ->
                            other.getValue().size() > one.getValue().size() ? other : one)
                    .orElseThrow();
            findings.add(overlap(most.getKey(), List.copyOf(most.getValue())));
            most.getValue().forEach(other -> partners.get(other).remove(most.getKey()));
            most.getValue().clear();
        }
    }

    private boolean clash(int one, int other) {
        if (grid.unsure().get(one) || grid.unsure().get(other)) {
            return false;
        }
        patience.check();
        boolean sameAnswer = draft.rules().get(one).outputs().stream()
                .map(Cell::text)
                .toList()
                .equals(draft.rules().get(other).outputs().stream()
                        .map(Cell::text)
                        .toList());
        return !(draft.hitPolicy() == HitPolicy.ANY && sameAnswer)
                && IntStream.range(0, draft.inputs().size()).noneMatch(column -> grid.acceptance()
                        .sharedPieces(one, other, column)
                        .isEmpty());
    }

    private Finding overlap(int rule, List<Integer> others) {
        Line line = draft.rules().get(rule);
        Map<Integer, BitSet> shared = new LinkedHashMap<>();
        IntStream.range(0, draft.inputs().size())
                .forEach(column -> shared.put(column, grid.acceptance().sharedPieces(rule, others.get(0), column)));
        String numbers = others.stream()
                .map(other -> String.valueOf(draft.rules().get(other).number()))
                .collect(Collectors.joining(", "));
        List<String> ids = new ArrayList<>(List.of(line.id()));
        others.forEach(other -> ids.add(draft.rules().get(other).id()));
        return new Finding(
                Severity.ERROR,
                Kind.OVERLAP,
                line.id(),
                ids,
                line.number(),
                0,
                "Rule " + line.number() + " fires together with rule " + numbers + ", but the hit policy "
                        + draft.hitPolicy() + " allows one answer only. With rule "
                        + draft.rules().get(others.get(0)).number() + " it does when " + words.say(shared)
                        + ". Narrow one of them.",
                words.example(shared));
    }

    private void gaps(List<Finding> findings) {
        BitSet rules = new BitSet();
        rules.set(0, draft.rules().size());
        Gaps gaps = GapSearch.find(grid.acceptance(), rules, GAPS_SHOWN, patience);
        for (Gap gap : gaps.gaps()) {
            Map<String, Object> example = words.example(gap.pieces());
            boolean isNew = wasAnsweredBefore.test(example);
            findings.add(new Finding(
                    isNew ? Severity.ERROR : Severity.WARNING,
                    Kind.GAP,
                    draft.element(),
                    List.of(),
                    0,
                    0,
                    "No rule fires when " + words.say(gap.pieces()) + ". "
                            + (isNew
                                    ? "Add a rule, or widen one."
                                    : "The table that is in use has no answer either; add a rule if there should be one."),
                    example));
        }
        if (gaps.count() > gaps.gaps().size()) {
            findings.add(Finding.ofTable(
                    Severity.ERROR,
                    Kind.GAP,
                    draft.element(),
                    "There are " + (gaps.count() - gaps.gaps().size()) + " more gaps. Close these first."));
        }
    }

    private void shadowed(List<Finding> findings) {
        for (int rule = 1; rule < draft.rules().size(); rule++) {
            BitSet earlier = new BitSet();
            earlier.set(0, rule);
            earlier.andNot(grid.unsure());
            Acceptance within = grid.acceptance().within(rule, earlier);
            boolean canFire = within.columns().stream().noneMatch(List::isEmpty);
            if (canFire && GapSearch.find(within, earlier, 0, patience).count() == 0) {
                Line line = draft.rules().get(rule);
                findings.add(new Finding(
                        Severity.WARNING,
                        Kind.SHADOWED,
                        line.id(),
                        List.of(line.id()),
                        line.number(),
                        0,
                        "Rule " + line.number()
                                + " never decides: whenever it fires, an earlier rule fires first. Move it"
                                + " up, narrow the earlier ones, or remove it.",
                        Map.of()));
            }
        }
    }
}
