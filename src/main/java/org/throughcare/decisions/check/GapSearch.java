package org.throughcare.decisions.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Looks for everything that no rule accepts, column by column. What is left to look at depends only on the rules that
 * still accept, so the same rules at the same column are looked at once; that keeps a table of twenty columns small, and
 * pieces for which the same is left are reported as one.
 */
final class GapSearch {

    /** The part of all inputs in which no rule fires: pieces by column; a column that is not named makes no difference. */
    record Gap(Map<Integer, BitSet> pieces) {}

    /**
     * @param gaps the first of them
     * @param count of all
     */
    record Gaps(List<Gap> gaps, long count) {}

    private record Place(int column, BitSet rules) {}

    /** What is left from one column on; no branch means that a rule fires whatever comes. */
    private record Rest(boolean everything, Map<BitSet, Rest> branches, long paths) {}

    private static final Rest COVERED = new Rest(false, Map.of(), 0);
    private static final Rest EVERYTHING = new Rest(true, Map.of(), 1);

    private final Patience patience;
    private final int columns;
    private final List<Map<BitSet, BitSet>> pieces;
    private final List<BitSet> acceptingAll;
    private final Map<Place, Rest> known = new HashMap<>();
    private final Map<Rest, Rest> same = new HashMap<>();

    private GapSearch(Acceptance acceptance, int rules, Patience patience) {
        this.patience = patience;
        columns = acceptance.columns().size();
        pieces = IntStream.range(0, columns).mapToObj(acceptance::piecesByRules).toList();
        acceptingAll = IntStream.rangeClosed(0, columns)
                .mapToObj(column -> acceptance.acceptingAllFrom(column, rules))
                .toList();
    }

    /**
     * @param rules of which one should accept, by their place in the table
     * @param limit how many gaps are wanted
     * @throws Patience.OverException when the table has too many combinations for the time
     */
    static Gaps find(Acceptance acceptance, BitSet rules, int limit, Patience patience) {
        GapSearch search = new GapSearch(acceptance, Math.max(rules.length(), 1), patience);
        Rest rest = search.rest(0, rules);
        List<Gap> gaps = new ArrayList<>();
        search.collect(rest, 0, new LinkedHashMap<>(), gaps, limit);
        return new Gaps(gaps, rest.paths());
    }

    private Rest rest(int column, BitSet rules) {
        if (rules.isEmpty()) {
            return EVERYTHING;
        }
        if (rules.intersects(acceptingAll.get(column))) {
            return COVERED;
        }
        Place place = new Place(column, rules);
        Rest found = known.get(place);
        if (found == null) {
            patience.check();
            found = search(column, rules);
            known.put(place, found);
        }
        return found;
    }

    private Rest search(int column, BitSet rules) {
        Map<Rest, BitSet> branches = new LinkedHashMap<>();
        pieces.get(column).forEach((accepting, some) -> {
            BitSet left = (BitSet) rules.clone();
            left.and(accepting);
            branches.computeIfAbsent(rest(column + 1, left), rest -> new BitSet())
                    .or(some);
        });
        if (branches.size() == 1) {
            Rest only = branches.keySet().iterator().next();
            if (only == COVERED || only == EVERYTHING) {
                return only;
            }
        }
        branches.remove(COVERED);
        Map<BitSet, Rest> open = new LinkedHashMap<>();
        branches.forEach((rest, some) -> open.put(some, rest));
        return shared(new Rest(
                false, open, open.values().stream().mapToLong(Rest::paths).reduce(0, GapSearch::sum)));
    }

    private Rest shared(Rest rest) {
        return rest.branches().isEmpty() ? COVERED : same.computeIfAbsent(rest, same -> same);
    }

    private static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private void collect(Rest rest, int column, Map<Integer, BitSet> chosen, List<Gap> gaps, int limit) {
        if (gaps.size() >= limit) {
            return;
        }
        if (rest.everything()) {
            gaps.add(new Gap(new LinkedHashMap<>(chosen)));
            return;
        }
        rest.branches().forEach((some, next) -> {
            if (!isAll(some, column)) {
                chosen.put(column, some);
            }
            collect(next, column + 1, chosen, gaps, limit);
            chosen.remove(column);
        });
    }

    private boolean isAll(BitSet some, int column) {
        int all = pieces.get(column).values().stream()
                .mapToInt(BitSet::cardinality)
                .sum();
        return some.cardinality() == all;
    }
}
