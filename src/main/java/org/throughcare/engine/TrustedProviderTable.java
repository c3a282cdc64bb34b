package org.throughcare.engine;

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

/** Reads the providers' ids and names from the newest table {@code trustedProviders}. */
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
        return asApplication.call(() -> {
            RepositoryService repository = engine.getObject().getRepositoryService();
            DecisionDefinition newest = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(DECISION)
                    .latestVersion()
                    .singleResult();
            return newest == null ? Map.of() : providers(repository.getDmnModelInstance(newest.getId()));
        });
    }

    private static Map<String, String> providers(DmnModelInstance model) {
        Map<String, String> providers = new LinkedHashMap<>();
        for (DecisionTable table : model.getModelElementsByType(DecisionTable.class)) {
            List<String> outputs =
                    table.getOutputs().stream().map(Output::getName).toList();
            for (Rule rule : table.getRules()) {
                Optional<String> id = literal(rule, outputs.indexOf("providerId"));
                Optional<String> name = literal(rule, outputs.indexOf("name"));
                id.filter(found -> found.matches("[A-Za-z0-9]+"))
                        .ifPresent(found -> providers.putIfAbsent(found, name.orElse(found)));
            }
        }
        return providers;
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
