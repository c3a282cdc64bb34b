package org.throughcare.upgrade;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;

/**
 * An engine in memory that is told of both models and asked what it would do. The database of the cases is not touched,
 * and nothing of a model is run.
 */
final class TrialEngine implements AutoCloseable {

    private final ProcessEngine engine;
    private final StandaloneInMemProcessEngineConfiguration configuration;
    private final StepPlans plans;
    private final Map<String, String> definitions = new HashMap<>();

    TrialEngine(UpgradePlans plans) {
        configuration = new StandaloneInMemProcessEngineConfiguration();
        String name = "trial-" + UUID.randomUUID();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setHistory("none");
        configuration.setEnforceHistoryTimeToLive(false);
        this.engine = configuration.buildProcessEngine();
        this.plans = new StepPlans(engine.getRepositoryService(), engine.getRuntimeService(), plans);
    }

    /**
     * Which step takes over from which.
     *
     * @throws org.camunda.bpm.engine.ProcessEngineException when the product's plan does not fit the models
     */
    StepMap between(Model old, Model packaged) {
        String from = definition(old);
        String to = definition(packaged);
        MigrationPlan plan = plans.between(packaged.process(), from, to);
        Set<String> steps = new HashSet<>();
        Set<String> jobs = new HashSet<>();
        for (MigrationInstruction step : plan.getInstructions()) {
            steps.add(step.getSourceActivityId());
            if (waitsAlike(from, step.getSourceActivityId(), to, step.getTargetActivityId())) {
                jobs.add(step.getSourceActivityId());
            }
        }
        return new StepMap(steps, jobs);
    }

    /** What waits for a job before or after a step can go only to one that has such a job. */
    private boolean waitsAlike(String from, String step, String to, String target) {
        ActivityImpl one = activity(from, step);
        ActivityImpl other = activity(to, target);
        return one.isAsyncBefore() == other.isAsyncBefore() && one.isAsyncAfter() == other.isAsyncAfter();
    }

    private ActivityImpl activity(String definition, String step) {
        return ((ProcessDefinitionEntity) engine.getRepositoryService().getProcessDefinition(definition))
                .findActivity(step);
    }

    private String definition(Model model) {
        return definitions.computeIfAbsent(model.text(), text -> engine.getRepositoryService()
                .createDeployment()
                .addString(model.process() + ".bpmn", text)
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId());
    }

    @Override
    public void close() {
        engine.close();
    }
}
