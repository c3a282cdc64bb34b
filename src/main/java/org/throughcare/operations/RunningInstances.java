package org.throughcare.operations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughcare.engine.AsApplication;

/** Processes that run, with their cases and their models. */
@Component
class RunningInstances {

    private final JdbcClient jdbc;
    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<RepositoryService> repository;
    private final AsApplication asApplication;

    RunningInstances(
            JdbcClient jdbc,
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<RepositoryService> repository,
            AsApplication asApplication) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.repository = repository;
        this.asApplication = asApplication;
    }

    /** A step, as people call it. */
    record Step(String id, String name) {}

    /**
     * Where a token is.
     *
     * @param instanceId of the step, or of the job that is to begin it
     * @param begun whether the step has begun; otherwise it waits to begin
     */
    record Token(String activityId, String instanceId, boolean begun) {}

    /** A version of a process. */
    record Version(String process, String name, int version, String definitionId) {}

    /** The cases of these instances; those that are about no case are missing. */
    Map<String, String> caseNumbers(Collection<String> instanceIds) {
        Set<String> ids = new java.util.HashSet<>(instanceIds);
        ids.remove(null);
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, String> numbers = new HashMap<>();
        jdbc.sql(
                        """
                select ID_, BUSINESS_KEY_ from ACT_HI_PROCINST
                join case_file on case_file.case_number = BUSINESS_KEY_ where ID_ in (:ids)""")
                .param("ids", ids)
                .query(row -> {
                    numbers.put(row.getString(1), row.getString(2));
                });
        return numbers;
    }

    Optional<ProcessInstance> find(String id) {
        return asApplication.call(() -> Optional.ofNullable(runtime.getObject()
                .createProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult()));
    }

    /** What runs of a case. */
    List<ProcessInstance> ofCase(String caseNumber) {
        return asApplication.call(() -> runtime.getObject()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list());
    }

    /** What runs with that version. */
    List<ProcessInstance> ofDefinition(String definitionId) {
        return asApplication.call(() -> runtime.getObject()
                .createProcessInstanceQuery()
                .processDefinitionId(definitionId)
                .list());
    }

    /** All versions of that process, of every process when null; the newest first. */
    List<Version> versions(String process) {
        return asApplication.call(() -> {
            var query = repository.getObject().createProcessDefinitionQuery();
            return (process == null ? query : query.processDefinitionKey(process))
                    .orderByProcessDefinitionKey().asc().orderByProcessDefinitionVersion().desc().list().stream()
                            .map(RunningInstances::version)
                            .toList();
        });
    }

    private static Version version(ProcessDefinition definition) {
        return new Version(
                definition.getKey(),
                Optional.ofNullable(definition.getName()).orElse(definition.getKey()),
                definition.getVersion(),
                definition.getId());
    }

    /** Where its tokens are; none when it has ended. */
    List<Token> tokens(String instanceId) {
        ActivityInstance tree = asApplication.call(() -> runtime.getObject().getActivityInstance(instanceId));
        List<Token> tokens = new ArrayList<>();
        if (tree != null) {
            collect(tree, tokens);
        }
        return tokens;
    }

    private static void collect(ActivityInstance parent, List<Token> tokens) {
        for (TransitionInstance waiting : parent.getChildTransitionInstances()) {
            tokens.add(new Token(waiting.getActivityId(), waiting.getId(), false));
        }
        for (ActivityInstance child : parent.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length == 0 && child.getChildTransitionInstances().length == 0) {
                tokens.add(new Token(child.getActivityId(), child.getId(), true));
            } else {
                collect(child, tokens);
            }
        }
    }

    BpmnModelInstance model(String definitionId) {
        return asApplication.call(() -> repository.getObject().getBpmnModelInstance(definitionId));
    }

    /** The steps at which a case may be put. */
    List<Step> steps(String definitionId) {
        BpmnModelInstance model = model(definitionId);
        return Stream.<FlowNode>concat(
                        model.getModelElementsByType(Activity.class).stream(),
                        model.getModelElementsByType(IntermediateCatchEvent.class).stream())
                .map(node -> new Step(node.getId(), name(node)))
                .toList();
    }

    static String name(FlowNode node) {
        return node.getName() == null ? node.getId() : node.getName().replaceAll("\\s+", " ");
    }
}
