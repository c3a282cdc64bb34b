package org.throughcare.upgrade;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
        return Optional.ofNullable(read.getModelElementById(id))
                .filter(FlowNode.class::isInstance)
                .map(node -> ((FlowNode) node).getName())
                .map(name -> name.replaceAll("\\s+", " "))
                .orElse(id);
    }

    ModelNeeds needs() {
        return ModelNeeds.of(read, text);
    }
}
