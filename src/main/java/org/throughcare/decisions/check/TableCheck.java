package org.throughcare.decisions.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.throughcare.decisions.feel.FeelOnly;

/** Checks a decision table as somebody writes it. Takes no longer than typing allows, and keeps nothing. */
public final class TableCheck {

    private static final DmnEngine ENGINE = FeelOnly.engine();

    /** With one of these there may be gaps and overlaps that nobody sees. */
    private static final Set<Kind> UNPROVED = Set.of(Kind.UNPROVED, Kind.UNREADABLE, Kind.SYNTAX);

    private TableCheck() {}

    /**
     * @param dmn the file as it is now
     * @param deployed the file that is in use, whose names and answers processes rely on; empty for a new table
     */
    public static CheckReport check(String dmn, Optional<String> deployed) {
        return check(dmn, deployed, new Patience(Patience.OF_A_CHECK));
    }

    static CheckReport check(String dmn, Optional<String> deployed, Patience patience) {
        List<Finding> findings = new ArrayList<>();
        try {
            findings.addAll(findings(DraftReader.model(dmn), deployed.map(DraftReader::model), patience));
        } catch (UnreadableTableException e) {
            findings.addAll(e.findings());
        }
        findings.sort(Comparator.comparing(Finding::severity));
        return new CheckReport(findings, findings.stream().map(Finding::kind).noneMatch(UNPROVED::contains));
    }

    private static List<Finding> findings(
            DmnModelInstance model, Optional<DmnModelInstance> deployed, Patience patience) {
        Draft draft = DraftReader.read(model);
        List<Finding> findings = new ArrayList<>();
        deployed.map(DraftReader::read).ifPresent(before -> findings.addAll(PromiseCheck.check(draft, before)));
        findings.addAll(CellCheck.check(draft));
        runs(draft, model).ifPresent(findings::add);
        findings.addAll(Proof.of(draft, deployed.map(TableCheck::answers).orElse(anything -> true), patience));
        return findings;
    }

    /** Whether the engine takes it at all; it has rules of its own about ids and hit policies. */
    private static Optional<Finding> runs(Draft draft, DmnModelInstance model) {
        try {
            ENGINE.parseDecision(draft.decision(), model);
            return Optional.empty();
        } catch (DmnEngineException e) {
            return Optional.of(Finding.ofTable(
                    Severity.ERROR,
                    Kind.UNREADABLE,
                    draft.element(),
                    "The engine does not take it: " + e.getMessage()));
        }
    }

    /** Whether a table has an answer; the engine reads it only if somebody asks. */
    private static Predicate<Map<String, Object>> answers(DmnModelInstance model) {
        return inputs -> {
            try {
                DmnDecision table = ENGINE.parseDecisions(model).get(0);
                return !ENGINE.evaluateDecisionTable(table, Variables.fromMap(inputs))
                        .isEmpty();
            } catch (DmnEngineException | FeelException e) {
                return true;
            }
        };
    }
}
