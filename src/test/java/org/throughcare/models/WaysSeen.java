package org.throughcare.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Notes every sequence flow that any test takes, in a file of its JVM for this run of the build; {@link EveryWayIT}
 * compares all of them with the models when all tests have run.
 */
@Component
class WaysSeen extends AbstractBpmnParseListener {

    static final Path FOLDER = Path.of("target/ways-seen", System.getProperty("ways.run", "alone"));

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(WaysSeen::write));
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
        String way = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey() + " " + transition.getId();
        transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> SEEN.add(way));
    }

    private static void write() {
        try {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(ProcessHandle.current().pid() + ".txt"), new TreeSet<>(SEEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
