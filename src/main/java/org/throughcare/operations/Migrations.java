package org.throughcare.operations;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.throughcare.access.SignedIn;
import org.throughcare.operations.RunningInstances.Version;
import org.throughcare.upgrade.CannotMoveException;
import org.throughcare.upgrade.InstanceMoves;

/**
 * Instances of older versions go on with the newest one, each at the step where it waits. Timers keep their day. What
 * waits at a step that the newest version does not have stays with its old version.
 */
@Component
class Migrations implements Operation {

    private final RunningInstances instances;
    private final InstanceMoves moves;
    private final OperationRights rights;

    Migrations(RunningInstances instances, InstanceMoves moves, OperationRights rights) {
        this.instances = instances;
        this.moves = moves;
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
        try {
            return moves.move(instance.getId(), item.caseNumber(), before, item.target(), reason);
        } catch (CannotMoveException e) {
            throw new RefusedItemException(e.getMessage());
        }
    }
}
