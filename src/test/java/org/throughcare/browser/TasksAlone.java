package org.throughcare.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.throughcare.casefile.CaseFile;

/** Every user task of the models, deployed as a process of its own beside the forms as they are deployed. */
final class TasksAlone {

    private final ProcessEngine engine;
    private final List<ModelledTask> tasks = ModelledTask.in(Path.of("processes"));
    private final String deploymentId;

    TasksAlone(ProcessEngine engine) {
        this.engine = engine;
        this.deploymentId = deploy();
    }

    List<ModelledTask> all() {
        return tasks;
    }

    InputStream form(ModelledTask task) {
        return engine.getRepositoryService().getResourceAsStream(deploymentId, "forms/" + task.form() + ".form");
    }

    /** Puts a case at that task. */
    Task begin(ModelledTask task, CaseFile woman, Map<String, Object> codes) {
        Map<String, Object> all = new HashMap<>();
        task.variables().forEach(name -> all.put(name, sample(name, woman.admissionDate())));
        all.put("caseNumber", woman.caseNumber());
        all.put("site", woman.site());
        all.put("track", woman.track());
        all.put(
                "releaseDate",
                woman.releaseDateIfKnown().map(LocalDate::toString).orElse(null));
        all.putAll(codes);
        ProcessInstance instance =
                engine.getRuntimeService().startProcessInstanceByKey(task.processKey(), woman.caseNumber(), all);
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    /** A code as processes keep it, by the ending of its name. */
    private static Object sample(String name, LocalDate today) {
        Instant tomorrow = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Map<String, Function<String, Object>> kinds = Map.of(
                "Role", code -> "caseOfficer",
                "Adviser", code -> "healthcare",
                "By", code -> tomorrow.toString(),
                "On", code -> today.plusDays(7).toString(),
                "Date", code -> today.plusDays(7).toString(),
                "Within", code -> "P7D",
                "Every", code -> "P7D",
                "Worry", code -> false);
        return kinds.entrySet().stream()
                .filter(kind -> name.endsWith(kind.getKey()))
                .findFirst()
                .map(kind -> kind.getValue().apply(name))
                .orElse(null);
    }

    void remove() {
        engine.getRepositoryService().deleteDeployment(deploymentId, true, true, true);
    }

    private String deploy() {
        RepositoryService repository = engine.getRepositoryService();
        ProcessDefinition journey = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("journey")
                .latestVersion()
                .singleResult();
        DeploymentBuilder deployment = repository.createDeployment().name("every user task alone");
        tasks.forEach(task -> deployment.addString(task.processKey() + ".bpmn", task.alone()));
        tasks.stream()
                .map(task -> "forms/" + task.form() + ".form")
                .distinct()
                .forEach(form -> deployment.addInputStream(
                        form, open(repository.getResourceAsStream(journey.getDeploymentId(), form))));
        return deployment.deploy().getId();
    }

    private static InputStream open(InputStream stream) {
        try (stream) {
            return new java.io.ByteArrayInputStream(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
