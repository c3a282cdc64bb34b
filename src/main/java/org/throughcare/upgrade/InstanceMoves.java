package org.throughcare.upgrade;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Journal;
import org.throughcare.engine.AsApplication;

/**
 * Takes an instance to another version of its process, at the steps where it waits, and writes the journal of its case.
 * Timers keep their day. Whether it happens at a start or because somebody asked, it is the same.
 */
@Component
public class InstanceMoves {

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<RepositoryService> repository;
    private final AsApplication asApplication;
    private final Journal journal;
    private final UpgradePlans plans = UpgradePlans.packaged();
    private final Map<String, MigrationPlan> made = new ConcurrentHashMap<>();

    InstanceMoves(
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<RepositoryService> repository,
            AsApplication asApplication,
            Journal journal) {
        this.runtime = runtime;
        this.repository = repository;
        this.asApplication = asApplication;
        this.journal = journal;
    }

    /**
     * Moves it, in the caller's transaction.
     *
     * @param caseNumber null when it is about no case
     * @param reason why, without anything about a woman
     * @return what happened, in words
     * @throws CannotMoveException when it waits where the other version does not go on; nothing has changed then
     */
    public String move(String instanceId, String caseNumber, String from, String to, String reason) {
        migrate(instanceId, from, to);
        ProcessDefinition before = definition(from);
        ProcessDefinition after = definition(to);
        String name = Optional.ofNullable(after.getName()).orElse(after.getKey());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("process", after.getKey());
        details.put("from", before.getVersion());
        details.put("to", after.getVersion());
        details.put("reason", reason);
        journal.write(
                caseNumber,
                "processMigrated",
                name + " goes on with version " + after.getVersion() + " instead of " + before.getVersion() + ": "
                        + reason,
                details);
        return "From version " + before.getVersion() + " to " + after.getVersion() + ".";
    }

    private ProcessDefinition definition(String id) {
        return asApplication.call(() -> repository.getObject().getProcessDefinition(id));
    }

    private void migrate(String instanceId, String from, String to) {
        try {
            asApplication.run(() -> runtime.getObject()
                    .newMigration(plan(from, to))
                    .processInstanceIds(instanceId)
                    .execute());
        } catch (MigratingProcessInstanceValidationException e) {
            throw new CannotMoveException("It waits at a step that the new version does not have in the same way: "
                    + e.getValidationReport().getActivityInstanceReports().stream()
                            .map(report -> report.getSourceScopeId())
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + ".");
        } catch (ProcessEngineException e) {
            throw new CannotMoveException("The engine cannot take it to that version.");
        }
    }

    private MigrationPlan plan(String from, String to) {
        return made.computeIfAbsent(
                from + ">" + to, versions -> new StepPlans(repository.getObject(), runtime.getObject(), plans)
                        .between(repository.getObject().getProcessDefinition(to).getKey(), from, to));
    }
}
