package org.throughcare.operations;

import jakarta.validation.Valid;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.CaseNotHersException;
import org.throughcare.access.SignedIn;
import org.throughcare.operations.OperationRuns.Outcome;
import org.throughcare.operations.OperationRuns.Result;
import org.throughcare.operations.OperationRuns.Run;
import org.throughcare.operations.RunningInstances.Step;
import org.throughcare.operations.RunningInstances.Version;

/** Operations on many cases: what would happen, have it done, how far it is, what came out. */
@RestController
@RequestMapping("/api/operations")
class OperationController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final String MARK = "\uFEFF";

    private final OperationDesk desk;
    private final OperationRuns runs;
    private final OperationRights rights;
    private final RunningInstances instances;

    OperationController(OperationDesk desk, OperationRuns runs, OperationRights rights, RunningInstances instances) {
        this.desk = desk;
        this.runs = runs;
        this.rights = rights;
        this.instances = instances;
    }

    /** What would happen to each. */
    record Preview(int total, List<Result> items) {}

    /** Where to ask how far it is. */
    record Begun(String id) {}

    /** How far it is; of the cases that exist for the reader. */
    record Progress(
            String id,
            String kind,
            String askedBy,
            Instant askedAt,
            String state,
            int done,
            int refused,
            int total,
            List<Result> results) {}

    /** A process of a case that runs, where it waits and where it could go on. */
    record Movable(String id, String process, String definitionId, List<Step> waitsAt, List<Step> steps) {}

    /** Instances that run with an older version. */
    record Older(String process, String name, int newest, int running) {}

    @PostMapping("/{kind}")
    ResponseEntity<Object> ask(
            @PathVariable String kind,
            @RequestParam(defaultValue = "false") boolean preview,
            @Valid @RequestBody OperationRequest request,
            SignedIn person) {
        checkMayAnything(person);
        if (preview) {
            List<Result> items = desk.preview(kind, person, request);
            return ResponseEntity.ok(new Preview(items.size(), items));
        }
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(new Begun(desk.begin(kind, person, request)));
    }

    /** The newest, without their results. */
    @GetMapping
    List<Progress> newest(SignedIn person) {
        checkMayAnything(person);
        return runs.newest().stream()
                .filter(run -> isFor(person, run))
                .map(run -> progress(run, person))
                .map(all -> new Progress(
                        all.id(),
                        all.kind(),
                        all.askedBy(),
                        all.askedAt(),
                        all.state(),
                        all.done(),
                        all.refused(),
                        all.total(),
                        List.of()))
                .toList();
    }

    @GetMapping("/{id}")
    Progress one(@PathVariable String id, SignedIn person) {
        return progress(find(id, person), person);
    }

    @GetMapping("/{id}/results.csv")
    ResponseEntity<byte[]> file(@PathVariable String id, SignedIn person) {
        List<Result> results = progress(find(id, person), person).results();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"results.csv\"")
                .contentType(CSV)
                .body((MARK + csv(results)).getBytes(StandardCharsets.UTF_8));
    }

    /** The processes of a case that could be moved; codes, as managers and administrators see them in Cockpit. */
    @GetMapping("/running")
    List<Movable> ofCase(@RequestParam String caseNumber, SignedIn person) {
        OperationRights.checkRepairs(person);
        List<ProcessInstance> running = instances.ofCase(caseNumber);
        if (running.isEmpty() || !rights.existFor(person).test(caseNumber)) {
            throw new CaseNotHersException();
        }
        List<Version> names = instances.versions(null);
        return running.stream().map(instance -> movable(instance, names)).toList();
    }

    private Movable movable(ProcessInstance instance, List<Version> names) {
        List<Step> steps = instances.steps(instance.getProcessDefinitionId());
        List<String> waits = instances.tokens(instance.getId()).stream()
                .map(RunningInstances.Token::activityId)
                .distinct()
                .toList();
        return new Movable(
                instance.getId(),
                names.stream()
                        .filter(name -> name.definitionId().equals(instance.getProcessDefinitionId()))
                        .findFirst()
                        .map(Version::name)
                        .orElse(instance.getProcessDefinitionId()),
                instance.getProcessDefinitionId(),
                waits.stream()
                        .map(id -> steps.stream()
                                .filter(step -> step.id().equals(id))
                                .findFirst()
                                .orElse(new Step(id, id)))
                        .toList(),
                steps);
    }

    /** The processes of which older versions run. */
    @GetMapping("/versions")
    List<Older> versions(SignedIn person) {
        OperationRights.checkRepairs(person);
        Predicate<String> exists = rights.existFor(person);
        return instances.versions(null).stream()
                .map(Version::process)
                .distinct()
                .map(process -> older(process, exists))
                .filter(older -> older.running() > 0)
                .toList();
    }

    private Older older(String process, Predicate<String> exists) {
        List<Version> versions = instances.versions(process);
        List<String> running = versions.stream()
                .skip(1)
                .flatMap(version -> instances.ofDefinition(version.definitionId()).stream())
                .map(ProcessInstance::getId)
                .toList();
        var caseNumbers = instances.caseNumbers(running);
        return new Older(process, versions.get(0).name(), versions.get(0).version(), (int)
                running.stream().filter(id -> exists.test(caseNumbers.get(id))).count());
    }

    private static void checkMayAnything(SignedIn person) {
        OperationRights.check(
                OperationRights.mayAnything(person), "This is for supervisors, managers and administrators.");
    }

    private Run find(String id, SignedIn person) {
        checkMayAnything(person);
        return runs.find(id)
                .filter(run -> isFor(person, run))
                .orElseThrow(
                        () -> OperationRights.problem(HttpStatus.NOT_FOUND, "There is no such operation of yours."));
    }

    private static boolean isFor(SignedIn person, Run run) {
        return run.askedBy().equals(person.userId()) || OperationRights.mayRepair(person);
    }

    private Progress progress(Run run, SignedIn person) {
        Predicate<String> exists = rights.existFor(person);
        List<Result> results = runs.results(run.id()).stream()
                .filter(result -> exists.test(result.caseNumber()))
                .toList();
        int waiting = count(results, Outcome.waiting);
        return new Progress(
                run.id(),
                run.kind(),
                run.askedBy(),
                run.askedAt(),
                waiting == 0 ? "done" : "running",
                results.size() - waiting,
                count(results, Outcome.refused),
                results.size(),
                results);
    }

    private static int count(List<Result> results, Outcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }

    private static String csv(List<Result> results) {
        StringWriter csv = new StringWriter();
        try (CSVPrinter printer = CSVFormat.RFC4180
                .builder()
                .setHeader("Item", "Case number", "Outcome", "Message")
                .get()
                .print(csv)) {
            for (Result result : results) {
                printer.printRecord(Stream.of(result.item(), result.caseNumber(), result.outcome(), result.message())
                        .map(OperationController::plain));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    /** A cell that a spreadsheet does not take for a formula. */
    private static String plain(Object cell) {
        String text = Objects.toString(cell, "");
        return text.isEmpty() || "=+-@\t\r\n".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
