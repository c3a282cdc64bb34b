package org.throughcare.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.throughcare.decisions.DecisionTableFile.Rule;

/** Each user task of each process has its role, time and priority, and no row is left over. */
class ServiceLevelsTest {

    private static final Pattern WORKING_DAYS = Pattern.compile("1 working day|\\d+ working days");

    private final DecisionTableFile table = DecisionTableFile.named("serviceLevels");

    @Test
    void eachUserTaskHasExactlyOneRow() {
        assertThat(table.rules()).extracting(ServiceLevelsTest::task).containsExactlyInAnyOrderElementsOf(userTasks());
    }

    @Test
    void eachRowHasATimeThatCanBeReckonedAndAPriority() {
        assertThat(table.rules()).allSatisfy(rule -> {
            var within = rule.answers().get("dueWithin").replace("\"", "");
            if (!WORKING_DAYS.matcher(within).matches()) {
                assertThat(Duration.parse(within)).as(rule.id()).isPositive();
            }
            assertThat(Integer.parseInt(rule.answers().get("priority")))
                    .as(rule.id())
                    .isBetween(0, 100);
        });
    }

    private static String task(Rule rule) {
        return rule.cells().get("task").replace("\"", "");
    }

    private static Iterable<String> userTasks() {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .flatMap(file ->
                            Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(UserTask.class).stream())
                    .map(UserTask::getId)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
