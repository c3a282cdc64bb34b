package org.throughcare.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;

/**
 * The tests together take every sequence flow of every model, so every gateway's every branch, every boundary event and
 * every event sub-process, and with them every flow node. The engine tells of no flow that leaves an event-based
 * gateway; the flow that follows its event counts instead. Runs after the tests themselves.
 */
class EveryWayIT {

    /** Custody's end always cancels case management first; the model shows its end for readers. */
    private static final Set<String> NEVER_TAKEN = Set.of("journey Flow_CaseManagement_CaseManagementOver");

    @Test
    void theTestsTakeEveryWayThroughEveryModel() throws IOException {
        Set<String> seen = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(WaysSeen.FOLDER)) {
            for (Path file : files) {
                seen.addAll(Files.readAllLines(file));
            }
        }
        Set<String> untaken = new TreeSet<>();
        for (BpmnModelInstance model : Models.processes()) {
            untaken.addAll(waysOf(model));
        }
        untaken.removeAll(seen);
        untaken.removeAll(NEVER_TAKEN);
        assertThat(untaken).as("ways that no test takes").isEmpty();
    }

    private static Set<String> waysOf(BpmnModelInstance model) {
        return model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
                .map(flow -> Models.idOf(model) + " " + flow.getId())
                .collect(Collectors.toSet());
    }
}
