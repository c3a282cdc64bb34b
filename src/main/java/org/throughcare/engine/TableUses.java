package org.throughcare.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where the processes ask decision tables: the activities that name a table in their property {@code decision}. */
@Component
public class TableUses {

    private static final String PROPERTY = "decision";

    private final ObjectProvider<RepositoryService> repository;
    private final AsApplication asApplication;
    private final Map<String, Map<String, List<Use>>> byDefinition = new ConcurrentHashMap<>();

    TableUses(ObjectProvider<RepositoryService> repository, AsApplication asApplication) {
        this.repository = repository;
        this.asApplication = asApplication;
    }

    /** An activity of a process that asks a table. */
    public record Use(String process, String processName, String element, String elementName) {}

    /** The activities of the newest processes that ask each table, by the table's id. */
    public Map<String, List<Use>> all() {
        return asApplication.call(
                () -> repository
                        .getObject()
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .orderByProcessDefinitionKey()
                        .asc()
                        .list()
                        .stream()
                        .flatMap(definition ->
                                byDefinition
                                        .computeIfAbsent(definition.getId(), id -> read(definition))
                                        .entrySet()
                                        .stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, TableUses::joined)));
    }

    private static List<Use> joined(List<Use> some, List<Use> more) {
        List<Use> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private Map<String, List<Use>> read(ProcessDefinition definition) {
        BpmnModelInstance model = repository.getObject().getBpmnModelInstance(definition.getId());
        return model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> decision(node).isPresent())
                .collect(Collectors.groupingBy(
                        node -> decision(node).orElseThrow(),
                        Collectors.mapping(
                                node -> new Use(
                                        definition.getKey(),
                                        Optional.ofNullable(definition.getName())
                                                .orElse(definition.getKey()),
                                        node.getId(),
                                        Optional.ofNullable(node.getName()).orElse(node.getId())),
                                Collectors.toList())));
    }

    private static Optional<String> decision(FlowNode node) {
        return Optional.ofNullable(node.getExtensionElements())
                .map(elements -> elements.getElementsQuery()
                        .filterByType(CamundaProperties.class)
                        .list())
                .flatMap(lists -> lists.stream()
                        .flatMap(list -> list.getCamundaProperties().stream())
                        .filter(property -> PROPERTY.equals(property.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue)
                        .findFirst());
    }
}
