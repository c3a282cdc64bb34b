package org.throughcare.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The decision tables that the engine keeps, each with all its versions, and those that this version of the product
 * brings. Only the application deploys: whoever may deploy may run code.
 */
@Component
public class TableVersions {

    private static final String BY_PEOPLE = "workbench";

    private final ObjectProvider<RepositoryService> repository;
    private final AsApplication asApplication;

    TableVersions(ObjectProvider<RepositoryService> repository, AsApplication asApplication) {
        this.repository = repository;
        this.asApplication = asApplication;
    }

    /**
     * One version of a table.
     *
     * @param decision the table's id
     * @param packaged whether a release of the product brought it; otherwise people changed it
     * @param at when it became live
     */
    public record Version(
            String decision, String name, int version, String definitionId, boolean packaged, Instant at) {}

    /** The newest version of each table, by id. */
    public List<Version> newest() {
        return versions(
                query -> query.latestVersion().orderByDecisionDefinitionKey().asc());
    }

    /** The newest version of that table; empty when there is no such table. */
    public Optional<Version> newest(String decision) {
        return versions(query -> query.decisionDefinitionKey(decision).latestVersion()).stream()
                .findFirst();
    }

    /** All versions of that table, the newest first. */
    public List<Version> of(String decision) {
        return versions(query -> query.decisionDefinitionKey(decision)
                .orderByDecisionDefinitionVersion()
                .desc());
    }

    /** The table as it was deployed, in DMN. */
    public String text(Version version) {
        return asApplication.call(() -> {
            try (InputStream model = repository.getObject().getDecisionModel(version.definitionId())) {
                return new String(model.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The table that this version of the product brings; empty when it brings none of that id. */
    public Optional<String> packaged(String decision) {
        return Optional.ofNullable(PackagedFiles.in("dmn", "dmn").get(decision + ".dmn"));
    }

    /** Makes this text the newest version of the table, from now on and for new decisions only. */
    public Version deploy(String decision, String text) {
        return asApplication.call(() -> {
            DeploymentWithDefinitions deployment = repository
                    .getObject()
                    .createDeployment()
                    .name(decision)
                    .source(BY_PEOPLE)
                    .addString("dmn/" + decision + ".dmn", text)
                    .deployWithResult();
            return version(deployment.getDeployedDecisionDefinitions().get(0), deployment);
        });
    }

    private List<Version> versions(Function<DecisionDefinitionQuery, DecisionDefinitionQuery> question) {
        return asApplication.call(() -> {
            List<DecisionDefinition> found = question.apply(
                            repository.getObject().createDecisionDefinitionQuery())
                    .list();
            Map<String, Deployment> deployments = repository.getObject().createDeploymentQuery().list().stream()
                    .collect(Collectors.toMap(Deployment::getId, Function.identity()));
            return found.stream()
                    .map(definition -> version(definition, deployments.get(definition.getDeploymentId())))
                    .toList();
        });
    }

    private static Version version(DecisionDefinition definition, Deployment deployment) {
        return new Version(
                definition.getKey(),
                Optional.ofNullable(definition.getName()).orElse(definition.getKey()),
                definition.getVersion(),
                definition.getId(),
                Deployments.PACKAGED.equals(deployment.getSource()),
                deployment.getDeploymentTime().toInstant());
    }
}
