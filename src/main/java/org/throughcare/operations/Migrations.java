package org.throughcare.operations;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.throughcare.access.SignedIn;
import org.throughcare.casefile.Journal;
import org.throughcare.engine.AsApplication;
import org.throughcare.operations.RunningInstances.Version;

/**
 * Instances of older versions go on with the newest one, each at the step where it waits. Timers keep their day. What
 * waits at a step that the newest version does not have stays with its old version.
 */
@Component
class Migrations implements Operation {

    private final ObjectProvider<RuntimeService> runtime;
    private final AsApplication asApplication;
    private final RunningInstances instances;
    private final Journal journal;
    private final OperationRights rights;

    Migrations(
            ObjectProvider<RuntimeService> runtime,
            AsApplication asApplication,
            RunningInstances instances,
            Journal journal,
            OperationRights rights) {
        this.runtime = runtime;
        this.asApplication = asApplication;
        this.instances = instances;
        this.journal = journal;
        this.rights = rights;
    }

    @Override
    public String kind() {
        return "migrations";
    }

    @Override
    public List<Item> plan(SignedIn person, OperationRequest request) {
        OperationRights.checkRepairs(person);
        if (request.process() == null) {
            throw OperationRights.problem(HttpStatus.BAD_REQUEST, "process: say which process.");
        }
        List<Version> versions = instances.versions(request.process());
        if (versions.isEmpty()) {
            throw OperationRights.problem(HttpStatus.NOT_FOUND, "There is no such process.");
        }
        String newest = versions.get(0).definitionId();
        List<ProcessInstance> older = versions.stream()
                .skip(1)
                .flatMap(version -> instances.ofDefinition(version.definitionId()).stream())
                .filter(instance -> request.wants(instance.getId()))
                .toList();
        Map<String, String> caseNumbers =
                instances.caseNumbers(older.stream().map(ProcessInstance::getId).toList());
        Predicate<String> exists = rights.existFor(person);
        return older.stream()
                .map(instance -> new Item(instance.getId(), caseNumbers.get(instance.getId()), newest))
                .filter(item -> exists.test(item.caseNumber()))
                .limit(OperationRequest.MOST)
                .toList();
    }

    @Override
    public String perform(SignedIn person, Item item, String reason) {
        ProcessInstance instance =
                instances.find(item.item()).orElseThrow(() -> new RefusedItemException("This process has ended."));
        String before = instance.getProcessDefinitionId();
        if (before.equals(item.target())) {
            throw new RefusedItemException("It runs with that version already.");
        }
        migrate(instance, item.target());
        Map<String, Version> versions =
                instances.versions(null).stream().collect(Collectors.toMap(Version::definitionId, version -> version));
        Version from = versions.get(before);
        Version to = versions.get(item.target());
        journal.write(
                item.caseNumber(),
                "processMigrated",
                to.name() + " goes on with version " + to.version() + " instead of " + from.version() + ": " + reason,
                Map.of("process", to.process(), "from", from.version(), "to", to.version(), "reason", reason));
        return "From version " + from.version() + " to " + to.version() + ".";
    }

    private void migrate(ProcessInstance instance, String target) {
        try {
            asApplication.run(() -> {
                MigrationPlan plan = runtime.getObject()
                        .createMigrationPlan(instance.getProcessDefinitionId(), target)
                        .mapEqualActivities()
                        .build();
                runtime.getObject()
                        .newMigration(plan)
                        .processInstanceIds(instance.getId())
                        .execute();
            });
        } catch (MigratingProcessInstanceValidationException e) {
            throw new RefusedItemException("It waits at a step that the new version does not have in the same way: "
                    + e.getValidationReport().getActivityInstanceReports().stream()
                            .map(report -> report.getSourceScopeId())
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + ".");
        } catch (ProcessEngineException e) {
            throw new RefusedItemException("The engine cannot take it to that version.");
        }
    }
}
