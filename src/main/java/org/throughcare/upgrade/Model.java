package org.throughcare.upgrade;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.throughcare.engine.PackagedFiles;

/** A model of one process, as text and as what can be read in it. */
final class Model {

    private final String text;
    private final BpmnModelInstance read;

    Model(String text) {
        this.text = text;
        this.read = Bpmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The models that this release brings, by process. */
    static Map<String, Model> packaged() {
        Map<String, Model> models = new LinkedHashMap<>();
        PackagedFiles.in("processes", "bpmn").values().forEach(text -> {
            Model model = new Model(text);
            models.put(model.process(), model);
        });
        return models;
    }

    String process() {
        return read.getModelElementsByType(Process.class).iterator().next().getId();
    }

    String text() {
        return text;
    }

    /** How people call that step. */
    String nameOf(String step) {
        String id = step.replace("#multiInstanceBody", "");
        return read.getModelElementById(id) instanceof FlowNode node ? nameOf(node) : id;
    }

    /** A gateway at which a case waits for what comes first is often without a name; what it waits for has one. */
    private static String nameOf(FlowNode node) {
        if (node.getName() != null) {
            return node.getName().replaceAll("\\s+", " ");
        }
        String next = node.getOutgoing().stream()
                .map(flow -> flow.getTarget().getName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" / "));
        return next.isEmpty() ? node.getId() : next.replaceAll("\\s+", " ");
    }

    ModelNeeds needs() {
        return ModelNeeds.of(read, text);
    }
}
