package org.throughcare.upgrade;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** Makes the engine's plan from one version of a process to another: equal steps, and the lines of the product's plan. */
final class StepPlans {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final UpgradePlans plans;

    StepPlans(RepositoryService repository, RuntimeService runtime, UpgradePlans plans) {
        this.repository = repository;
        this.runtime = runtime;
        this.plans = plans;
    }

    /**
     * The plan. Timers keep their day.
     *
     * @throws org.camunda.bpm.engine.migration.MigrationPlanValidationException when the lines do not fit the models
     */
    MigrationPlan between(String process, String from, String to) {
        Set<String> inOld = steps(from);
        Set<String> inNew = steps(to);
        Map<String, String> steps = new LinkedHashMap<>();
        runtime.createMigrationPlan(from, to)
                .mapEqualActivities()
                .build()
                .getInstructions()
                .forEach(equal -> steps.put(equal.getSourceActivityId(), equal.getTargetActivityId()));
        steps.putAll(plans.steps(process, inOld::contains, inNew::contains));
        MigrationPlanBuilder plan = runtime.createMigrationPlan(from, to);
        for (Map.Entry<String, String> step : steps.entrySet()) {
            plan = plan.mapActivities(step.getKey(), step.getValue());
        }
        return plan.build();
    }

    private Set<String> steps(String definition) {
        BpmnModelInstance model = repository.getBpmnModelInstance(definition);
        Set<String> steps = new HashSet<>();
        model.getModelElementsByType(FlowNode.class).forEach(node -> steps.add(node.getId()));
        return steps;
    }
}
