package org.throughcare.engine;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughcare.access.OneAtATime;

/**
 * Deploys at start: all processes with their forms as one deployment, and each decision table as a deployment of its
 * own. A packaged table never replaces one that analysts changed: it is deployed when the engine has none, or when the
 * newest one in the engine was packaged too. A node of an older release than the database has seen deploys nothing.
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
    private final PackagedModelsRule rule;
    private final OneAtATime oneAtATime;

    Deployments(
            RepositoryService repository,
            AsApplication asApplication,
            FormOptions formOptions,
            PackagedModelsRule rule,
            OneAtATime oneAtATime) {
        this.repository = repository;
        this.asApplication = asApplication;
        this.formOptions = formOptions;
        this.rule = rule;
        this.oneAtATime = oneAtATime;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        oneAtATime.run(() -> {
            if (rule.mayDeploy()) {
                deploy();
            } else {
                LOG.warn("A newer release has set up this database; its processes and tables stay as they are.");
            }
        });
    }

    private void deploy() {
        asApplication.run(this::deployProcesses);
        PackagedFiles.in("dmn", "dmn").forEach((name, content) -> asApplication.run(() -> deployTable(name, content)));
    }

    private void deployProcesses() {
        DeploymentBuilder deployment =
                repository.createDeployment().name(PROCESSES).source(PACKAGED).enableDuplicateFiltering(false);
        PackagedFiles.in("processes", "bpmn")
                .forEach((name, content) -> deployment.addString("processes/" + name, content));
        PackagedFiles.in("forms", "form")
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
}
