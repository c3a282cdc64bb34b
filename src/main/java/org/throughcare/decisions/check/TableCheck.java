package org.throughcare.decisions.check;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.throughcare.decisions.feel.TableFeel;

/** Checks a decision table as somebody writes it. Takes no longer than typing allows, and keeps nothing. */
public final class TableCheck {

    private static final DmnEngine ENGINE = engine();

    private TableCheck() {}

    /**
     * @param dmn the file as it is now
     * @param deployed the file that is in use, whose names and answers processes rely on; empty for a new table
     */
    public static CheckReport check(String dmn, Optional<String> deployed) {
        List<Finding> findings = new ArrayList<>();
        try {
            findings.addAll(findings(DraftReader.read(dmn), dmn, deployed));
        } catch (UnreadableTableException e) {
            findings.addAll(e.findings());
        }
        boolean proved = findings.stream()
                .noneMatch(finding -> finding.kind() == Kind.UNPROVED || finding.kind() == Kind.UNREADABLE);
        findings.sort(Comparator.comparing(Finding::severity));
        return new CheckReport(findings, proved);
    }

    private static List<Finding> findings(Draft draft, String dmn, Optional<String> deployed) {
        List<Finding> findings = new ArrayList<>();
        deployed.map(DraftReader::read).ifPresent(before -> findings.addAll(PromiseCheck.check(draft, before)));
        findings.addAll(CellCheck.check(draft));
        runs(draft, dmn).ifPresent(findings::add);
        findings.addAll(Proof.of(draft, deployed.map(TableCheck::answers).orElse(anything -> true)));
        return findings;
    }

    /** Whether the engine takes it at all; it has rules of its own about ids and hit policies. */
    private static Optional<Finding> runs(Draft draft, String dmn) {
        try {
            decision(draft.decision(), dmn);
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
    private static Predicate<Map<String, Object>> answers(String dmn) {
        return inputs -> {
            try {
                DmnDecision table = decision(DraftReader.read(dmn).decision(), dmn);
                return !ENGINE.evaluateDecisionTable(table, Variables.fromMap(inputs))
                        .isEmpty();
            } catch (DmnEngineException | FeelException e) {
                return true;
            }
        };
    }

    private static DmnDecision decision(String key, String dmn) {
        return ENGINE.parseDecision(key, new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
    }

    private static DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(new TableFeel());
        return configuration.buildEngine();
    }
}
