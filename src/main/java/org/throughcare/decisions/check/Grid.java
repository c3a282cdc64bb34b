package org.throughcare.decisions.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.throughcare.decisions.feel.FeelText;
import org.throughcare.decisions.feel.TableFeel;

/**
 * A table over the pieces of its facts: which rule accepts what, asked of the engine's FEEL itself for one example of each
 * piece.
 *
 * @param unsure rules with a cell of which nothing can be proved, by their place; they count as accepting there
 * @param findings about such cells
 */
record Grid(List<Domain> domains, Acceptance acceptance, BitSet unsure, List<Finding> findings) {

    private static final FeelEngine FEEL = new TableFeel().createInstance();

    /** @throws Patience.OverException when it takes too long */
    static Grid of(Draft draft, Patience patience) {
        Builder builder = new Builder(draft, patience);
        IntStream.range(0, draft.inputs().size()).forEach(builder::column);
        return new Grid(
                List.copyOf(builder.domains),
                new Acceptance(List.copyOf(builder.columns)),
                builder.unsure,
                builder.findings);
    }

    private static final class Builder {

        private final Draft draft;
        private final Patience patience;
        private final List<Domain> domains = new ArrayList<>();
        private final List<List<BitSet>> columns = new ArrayList<>();
        private final BitSet unsure = new BitSet();
        private final List<Finding> findings = new ArrayList<>();

        Builder(Draft draft, Patience patience) {
            this.draft = draft;
            this.patience = patience;
        }

        void column(int index) {
            Column column = draft.inputs().get(index);
            Map<String, FeelText> tests = new HashMap<>();
            draft.rules().stream()
                    .map(rule -> rule.inputs().get(index))
                    .filter(cell -> !cell.isAny())
                    .forEach(cell -> tests.computeIfAbsent(cell.text(), FeelText::test));
            List<FeelText> readable = draft.rules().stream()
                    .map(rule -> tests.get(rule.inputs().get(index).text()))
                    .filter(test -> test != null && test.problem().isEmpty())
                    .distinct()
                    .toList();
            Domain domain = Domain.of(column, readable);
            boolean list = Domain.isList(column, readable);
            int words = (int) readable.stream()
                    .flatMap(test -> Literals.in(test).stream())
                    .distinct()
                    .count();
            Map<String, BitSet> accepted = new HashMap<>();
            List<BitSet> accepting = new ArrayList<>();
            domain.pieces().forEach(piece -> accepting.add(new BitSet()));
            for (int rule = 0; rule < draft.rules().size(); rule++) {
                Cell cell = draft.rules().get(rule).inputs().get(index);
                BitSet pieces = cell.isAny() || isUnsure(rule, column, cell, tests.get(cell.text()), list, words)
                        ? all(domain)
                        : accepted.computeIfAbsent(cell.text(), text -> accepted(text, domain));
                int place = rule;
                pieces.stream().forEach(piece -> accepting.get(piece).set(place));
            }
            domains.add(domain);
            columns.add(List.copyOf(accepting));
        }

        private boolean isUnsure(int rule, Column column, Cell cell, FeelText test, boolean list, int words) {
            if (test.problem().isPresent()) {
                unsure.set(rule);
                return true;
            }
            var why = Provable.whyNot(test, column, list, words);
            why.ifPresent(reason -> {
                unsure.set(rule);
                findings.add(Finding.ofCell(
                        Severity.WARNING,
                        Kind.UNPROVED,
                        draft.rules().get(rule),
                        column,
                        cell,
                        "nothing could be proved about this cell because it " + reason
                                + ". Gaps and overlaps of this rule are not found. Compare the column's own fact with"
                                + " values, if that says the same."));
            });
            return why.isPresent();
        }

        private static BitSet all(Domain domain) {
            BitSet all = new BitSet();
            all.set(0, domain.pieces().size());
            return all;
        }

        private BitSet accepted(String test, Domain domain) {
            BitSet accepted = new BitSet();
            for (int piece = 0; piece < domain.pieces().size(); piece++) {
                patience.check();
                accepted.set(
                        piece,
                        accepts(
                                test,
                                domain.column().name(),
                                domain.pieces().get(piece).example()));
            }
            return accepted;
        }

        private static boolean accepts(String test, String name, Object value) {
            try {
                return FEEL.evaluateSimpleUnaryTests(
                        test,
                        name,
                        Variables.createVariables().putValue(name, value).asVariableContext());
            } catch (FeelException e) {
                return false;
            }
        }
    }
}
