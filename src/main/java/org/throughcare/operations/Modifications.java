package org.throughcare.operations;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.throughcare.access.SignedIn;
import org.throughcare.casefile.Journal;
import org.throughcare.engine.AsApplication;
import org.throughcare.operations.RunningInstances.Token;

/**
 * A case leaves the step where it waits and goes on at another one of the same part of its process. Refused is what
 * would end the process, and what could bring the case to the same step twice: from where another token of hers leads
 * there, too.
 */
@Component
class Modifications implements Operation {

    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private final ObjectProvider<RuntimeService> runtime;
    private final AsApplication asApplication;
    private final RunningInstances instances;
    private final Journal journal;
    private final OperationRights rights;

    Modifications(
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
        return "modifications";
    }

    @Override
    public List<Item> plan(SignedIn person, OperationRequest request) {
        OperationRights.checkRepairs(person);
        if (request.items().isEmpty() || request.cancel() == null || request.start() == null) {
            throw OperationRights.problem(
                    HttpStatus.BAD_REQUEST, "items, cancel, start: say which instances, from which step and to which.");
        }
        if (!Set.of(BEFORE, AFTER).contains(String.valueOf(request.where()))) {
            throw OperationRights.problem(HttpStatus.BAD_REQUEST, "where: before or after.");
        }
        String target = request.cancel() + ">" + request.where() + ":" + request.start();
        Map<String, String> caseNumbers = instances.caseNumbers(request.items());
        Predicate<String> exists = rights.existFor(person);
        return request.items().stream()
                .filter(id -> exists.test(caseNumbers.get(id)))
                .filter(id -> instances.find(id).isPresent())
                .map(id -> new Item(id, caseNumbers.get(id), target))
                .toList();
    }

    @Override
    public String perform(SignedIn person, Item item, String reason) {
        String[] fromTo = item.target().split(">", 2);
        String[] to = fromTo[1].split(":", 2);
        return move(item, fromTo[0], to[1], AFTER.equals(to[0]), reason);
    }

    private String move(Item item, String cancel, String start, boolean after, String reason) {
        ProcessInstance instance =
                instances.find(item.item()).orElseThrow(() -> new RefusedItemException("This process has ended."));
        BpmnModelInstance model = instances.model(instance.getProcessDefinitionId());
        FlowNode left = node(model, cancel);
        FlowNode next = node(model, start);
        List<Token> tokens = instances.tokens(instance.getId());
        List<Token> leaving = tokens.stream()
                .filter(token -> token.activityId().equals(cancel))
                .toList();
        check(leaving.size() > 0, "It does not wait at “" + RunningInstances.name(left) + "” now.");
        check(leaving.size() == 1, "It waits at “" + RunningInstances.name(left) + "” more than once.");
        check(
                next instanceof Activity || next instanceof IntermediateCatchEvent,
                "A case goes on at a step or where it waits for something, and not at a gateway or an end.");
        check(
                left.getParentElement().equals(next.getParentElement()),
                "The two steps are in different parts of the process.");
        tokens.stream()
                .filter(token -> token != leaving.get(0))
                .map(token -> (FlowNode) model.getModelElementById(token.activityId()))
                .filter(other -> other != null && leadsTo(other, next))
                .findAny()
                .ifPresent(other -> {
                    throw new RefusedItemException("The case also waits at “" + RunningInstances.name(other)
                            + "” and would come to “" + RunningInstances.name(next) + "” twice.");
                });
        modify(instance.getId(), leaving.get(0), start, after);
        check(
                !instances.tokens(instance.getId()).isEmpty(),
                "The process would end there and nobody would wait for her any more.");
        String where = (after ? "after" : "before") + " “" + RunningInstances.name(next) + "”";
        journal.write(
                item.caseNumber(),
                "tokenMoved",
                "The case left “" + RunningInstances.name(left) + "” and goes on " + where + ": " + reason,
                Map.of(
                        "process",
                        instance.getProcessDefinitionId(),
                        "left",
                        cancel,
                        "wentTo",
                        start,
                        "reason",
                        reason));
        return "Leaves “" + RunningInstances.name(left) + "” and goes on " + where + ".";
    }

    private void modify(String instanceId, Token leaving, String start, boolean after) {
        try {
            asApplication.run(() -> {
                var change = runtime.getObject().createProcessInstanceModification(instanceId);
                var started = after ? change.startAfterActivity(start) : change.startBeforeActivity(start);
                (leaving.begun()
                                ? started.cancelActivityInstance(leaving.instanceId())
                                : started.cancelTransitionInstance(leaving.instanceId()))
                        .execute();
            });
        } catch (ProcessEngineException e) {
            throw new RefusedItemException("The engine cannot move it there.");
        }
    }

    private static FlowNode node(BpmnModelInstance model, String id) {
        if (model.getModelElementById(id) instanceof FlowNode node) {
            return node;
        }
        throw new RefusedItemException("Its version of the process has no step “" + id + "”.");
    }

    /** Whether a token there may come here, without a join that would bring the two together first. */
    private static boolean leadsTo(FlowNode from, FlowNode to) {
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            FlowNode node = open.pop();
            if (node.equals(to)) {
                return true;
            }
            if (seen.add(node) && !joins(node)) {
                node.getOutgoing().forEach(way -> open.push(way.getTarget()));
            }
        }
        return false;
    }

    private static boolean joins(FlowNode node) {
        return (node instanceof ParallelGateway || node instanceof InclusiveGateway)
                && node.getIncoming().size() > 1;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new RefusedItemException(otherwise);
        }
    }
}
