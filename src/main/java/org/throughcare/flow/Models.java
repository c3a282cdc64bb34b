package org.throughcare.flow;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.engine.AsApplication;

/** The models that the engine runs. */
@Component
class Models {

    private final ObjectProvider<RepositoryService> repository;
    private final AsApplication asApplication;

    Models(ObjectProvider<RepositoryService> repository, AsApplication asApplication) {
        this.repository = repository;
        this.asApplication = asApplication;
    }

    /** The newest version of a process. */
    record Process(String key, String name, int version, String definitionId) {}

    /** A way from one element to the next. */
    record Way(String id, String from, String to) {}

    /** The newest version of each process, by name. */
    List<Process> newest() {
        return asApplication.call(
                () -> repository
                        .getObject()
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .orderByProcessDefinitionName()
                        .asc()
                        .list()
                        .stream()
                        .map(Models::process)
                        .toList());
    }

    Optional<Process> newest(String key) {
        return asApplication.call(() -> Optional.ofNullable(repository
                        .getObject()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult())
                .map(Models::process));
    }

    private static Process process(ProcessDefinition definition) {
        return new Process(
                definition.getKey(),
                Optional.ofNullable(definition.getName()).orElse(definition.getKey()),
                definition.getVersion(),
                definition.getId());
    }

    /** The names of a model's elements, in the order of the model. */
    Map<String, String> names(String definitionId) {
        Map<String, String> names = new LinkedHashMap<>();
        elements(definitionId, FlowNode.class).forEach(node -> names.put(node.getId(), name(node)));
        return names;
    }

    /** A gateway that waits has no name of its own: it is told by what may come next. */
    private static String name(FlowNode node) {
        return ownName(node)
                .or(() -> Optional.of(node.getOutgoing().stream()
                                .flatMap(way -> ownName(way.getTarget()).stream())
                                .collect(Collectors.joining(" or ")))
                        .filter(next -> !next.isEmpty())
                        .map(next -> "Before: " + next))
                .orElse(node.getId());
    }

    private static Optional<String> ownName(FlowNode node) {
        return Optional.ofNullable(node.getName()).map(name -> name.replaceAll("\\s+", " "));
    }

    /** The ways between a model's elements. */
    Set<Way> ways(String definitionId) {
        return elements(definitionId, SequenceFlow.class).stream()
                .map(flow -> new Way(
                        flow.getId(), flow.getSource().getId(), flow.getTarget().getId()))
                .collect(Collectors.toSet());
    }

    private <T extends org.camunda.bpm.model.bpmn.instance.FlowElement> Collection<T> elements(
            String definitionId, Class<T> type) {
        BpmnModelInstance model =
                asApplication.call(() -> repository.getObject().getBpmnModelInstance(definitionId));
        return model.getModelElementsByType(type);
    }
}
