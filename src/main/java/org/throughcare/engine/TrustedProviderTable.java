package org.throughcare.engine;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.access.ProviderDirectory;

/** Reads the providers' lines of the newest table {@code trustedProviders}. */
@Component
class TrustedProviderTable implements ProviderDirectory {

    private static final String DECISION = "trustedProviders";

    private final ObjectProvider<ProcessEngine> engine;
    private final AsApplication asApplication;

    TrustedProviderTable(ObjectProvider<ProcessEngine> engine, AsApplication asApplication) {
        this.engine = engine;
        this.asApplication = asApplication;
    }

    @Override
    public Map<String, String> providers() {
        Map<String, String> names = new LinkedHashMap<>();
        rows().forEach(row -> names.putIfAbsent(row.id(), row.name().orElse(row.id())));
        return names;
    }

    @Override
    public Map<String, LocalDate> agreements() {
        Map<String, LocalDate> ends = new LinkedHashMap<>();
        rows().forEach(row ->
                row.agreedUntil().ifPresent(end -> ends.merge(row.id(), end, TrustedProviderTable::earlier)));
        return ends;
    }

    private record Row(String id, Optional<String> name, Optional<LocalDate> agreedUntil) {}

    private List<Row> rows() {
        return asApplication.call(() -> {
            RepositoryService repository = engine.getObject().getRepositoryService();
            DecisionDefinition newest = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(DECISION)
                    .latestVersion()
                    .singleResult();
            return newest == null ? List.of() : rows(repository.getDmnModelInstance(newest.getId()));
        });
    }

    private static List<Row> rows(DmnModelInstance model) {
        List<Row> rows = new ArrayList<>();
        for (DecisionTable table : model.getModelElementsByType(DecisionTable.class)) {
            List<String> outputs =
                    table.getOutputs().stream().map(Output::getName).toList();
            for (Rule rule : table.getRules()) {
                literal(rule, outputs.indexOf("providerId"))
                        .filter(id -> id.matches("[A-Za-z0-9]+"))
                        .ifPresent(id -> rows.add(new Row(
                                id,
                                literal(rule, outputs.indexOf("name")),
                                literal(rule, outputs.indexOf("mouValidUntil")).flatMap(TrustedProviderTable::day))));
            }
        }
        return rows;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The text in quotes in that column; nothing when the cell computes it. */
    private static Optional<String> literal(Rule rule, int column) {
        if (column < 0) {
            return Optional.empty();
        }
        String cell = rule.getOutputEntries().stream()
                .skip(column)
                .findFirst()
                .map(entry -> entry.getTextContent().strip())
                .orElse("");
        return cell.matches("\"[^\"]+\"") ? Optional.of(cell.substring(1, cell.length() - 1)) : Optional.empty();
    }
}
