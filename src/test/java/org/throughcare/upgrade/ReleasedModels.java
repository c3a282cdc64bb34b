package org.throughcare.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * What an earlier release brought, as it is kept under {@code src/test/resources/released/<release>}.
 *
 * @param number of the release
 */
record ReleasedModels(String number) {

    private static final Path ALL = Path.of("src/test/resources/released");

    static List<ReleasedModels> all() {
        return in(ALL).stream()
                .map(folder -> new ReleasedModels(folder.getFileName().toString()))
                .toList();
    }

    Path schema() {
        return ALL.resolve(number).resolve("schema");
    }

    Map<String, BpmnModelInstance> processes() {
        Map<String, BpmnModelInstance> models = new TreeMap<>();
        files("processes")
                .forEach((name, text) -> models.put(
                        name.replaceAll("processes/|\\.bpmn", ""),
                        Bpmn.readModelFromStream(new java.io.ByteArrayInputStream(
                                text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
        return models;
    }

    /** Content by the name that it has in a deployment. */
    Map<String, String> files(String folder) {
        Map<String, String> files = new TreeMap<>();
        in(ALL.resolve(number).resolve(folder))
                .forEach(file -> files.put(folder + "/" + file.getFileName(), text(file)));
        return files;
    }

    /** Where a token of that process rests until somebody or something comes. */
    static List<FlowNode> waitStates(BpmnModelInstance model) {
        return model.getModelElementsByType(FlowNode.class).stream()
                .filter(ReleasedModels::waits)
                .toList();
    }

    private static boolean waits(FlowNode node) {
        boolean afterGateway =
                node.getIncoming().stream().anyMatch(flow -> flow.getSource() instanceof EventBasedGateway);
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof CallActivity
                || node instanceof EventBasedGateway
                || node instanceof IntermediateCatchEvent && !afterGateway;
    }

    /** Where the engine begins that step. */
    static String beginning(FlowNode node) {
        return node instanceof Activity activity && activity.getLoopCharacteristics() != null
                ? node.getId() + "#multiInstanceBody"
                : node.getId();
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
