package org.throughcare.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys at start: all processes with their forms as one deployment, and each decision table as a deployment of its
 * own. A packaged table never replaces one that analysts changed: it is deployed when the engine has none, or when the
 * newest one in the engine was packaged too.
 */
@Component
@Order(0)
class Deployments implements ApplicationRunner {

    static final String PROCESSES = "processes";
    static final String PACKAGED = "packaged";

    private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);

    private final RepositoryService repository;
    private final AsApplication asApplication;
    private final FormOptions formOptions;

    Deployments(RepositoryService repository, AsApplication asApplication, FormOptions formOptions) {
        this.repository = repository;
        this.asApplication = asApplication;
        this.formOptions = formOptions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        asApplication.run(this::deployProcesses);
        contents("dmn", "dmn").forEach((name, content) -> asApplication.run(() -> deployTable(name, content)));
    }

    private void deployProcesses() {
        DeploymentBuilder deployment =
                repository.createDeployment().name(PROCESSES).source(PACKAGED).enableDuplicateFiltering(false);
        contents("processes", "bpmn").forEach((name, content) -> deployment.addString("processes/" + name, content));
        contents("forms", "form")
                .forEach((name, content) -> deployment.addString("forms/" + name, formOptions.fillIn(content)));
        deployment.deploy();
    }

    private void deployTable(String name, String content) {
        String decision = name.replace(".dmn", "");
        if (wasChangedByPeople(decision)) {
            LOG.info("The table {} was changed by analysts; the packaged version waits.", decision);
            return;
        }
        repository
                .createDeployment()
                .name(decision)
                .source(PACKAGED)
                .enableDuplicateFiltering(false)
                .addString("dmn/" + name, content)
                .deploy();
    }

    private boolean wasChangedByPeople(String decision) {
        DecisionDefinition newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult();
        if (newest == null) {
            return false;
        }
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(newest.getDeploymentId())
                .singleResult();
        return !PACKAGED.equals(deployment.getSource());
    }

    private static Map<String, String> contents(String folder, String ending) {
        Map<String, String> contents = new LinkedHashMap<>();
        for (Resource resource : resources("classpath*:" + folder + "/*." + ending)) {
            contents.putIfAbsent(resource.getFilename(), text(resource));
        }
        return contents;
    }

    private static List<Resource> resources(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource resource) {
        try (InputStream stream = resource.getInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
