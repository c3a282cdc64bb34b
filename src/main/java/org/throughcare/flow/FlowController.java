package org.throughcare.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.CaseAccess;
import org.throughcare.access.CaseNotHersException;
import org.throughcare.access.CaseView;
import org.throughcare.access.SignedIn;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.PageOf;
import org.throughcare.decisions.PastDecisions;
import org.throughcare.decisions.PastDecisions.Past;
import org.throughcare.flow.EngineHistory.Instance;
import org.throughcare.flow.EngineHistory.Waiting;

/** How work flows through the processes, and the way single cases took. Case numbers and codes, nothing about a woman. */
@RestController
@RequestMapping("/api/flow")
class FlowController {

    private static final int DECISIONS = 200;
    private static final LocalDate EVER = LocalDate.of(1970, 1, 1);

    private final FlowDoor door;
    private final Models models;
    private final StepTimes times;
    private final EngineHistory history;
    private final PastDecisions decisions;
    private final CaseAccess access;
    private final Clock clock;

    FlowController(
            FlowDoor door,
            Models models,
            StepTimes times,
            EngineHistory history,
            PastDecisions decisions,
            CaseAccess access,
            Clock clock) {
        this.door = door;
        this.models = models;
        this.times = times;
        this.history = history;
        this.decisions = decisions;
        this.access = access;
        this.clock = clock;
    }

    /**
     * A step of a process.
     *
     * @param longestWaitDays how long the one that waits longest has waited, in days with one decimal; null when none does
     * @param done how often it was finished in the period
     * @param medianDays null when it was never finished
     */
    record Step(
            String activityId,
            String name,
            int waitingNow,
            Double longestWaitDays,
            int done,
            Double medianDays,
            Double p90Days) {}

    /**
     * A rule that fired.
     *
     * @param annotation its source and reason, as the table said them then
     */
    record Rule(String id, String annotation) {}

    /**
     * A decision about a case.
     *
     * @param rules the rules that fired; null where they would tell of her health, safety or offence and the reader has
     *     no right to that
     */
    record DecisionOfCase(String decision, int version, Instant decidedAt, List<Rule> rules) {}

    @GetMapping("/processes")
    List<Models.Process> processes(SignedIn reader) {
        door.check(reader);
        return models.newest();
    }

    @GetMapping("/processes/{key}/steps")
    List<Step> steps(
            @PathVariable String key,
            @RequestParam(required = false) String site,
            @RequestParam(required = false) String track,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            SignedIn reader) {
        FlowQuestion asked = door.question(reader, site, track, from, to);
        Models.Process process = models.newest(key).orElseThrow(() -> notFound("There is no such process."));
        Map<String, Waiting> waiting = history.waiting(key, true, asked).stream()
                .collect(Collectors.toMap(Waiting::step, Function.identity()));
        Map<String, Durations> durations = times.of(key, asked);
        return models.names(process.definitionId()).entrySet().stream()
                .map(node -> step(
                        node.getKey(),
                        node.getValue(),
                        Optional.ofNullable(waiting.get(node.getKey())),
                        Optional.ofNullable(durations.get(node.getKey()))))
                .filter(step -> step.waitingNow() > 0 || step.done() > 0)
                .toList();
    }

    private Step step(String id, String name, Optional<Waiting> waiting, Optional<Durations> done) {
        return new Step(
                id,
                name,
                waiting.map(Waiting::count).orElse(0),
                waiting.map(found -> days(found.since())).orElse(null),
                done.map(Durations::count).orElse(0),
                done.map(Durations::medianDays).orElse(null),
                done.map(Durations::p90Days).orElse(null));
    }

    private double days(Instant since) {
        return Math.round(Duration.between(since, clock.instant()).toMinutes() / 144.0) / 10.0;
    }

    @GetMapping("/cases/{caseNumber}/instances")
    List<Instance> instances(@PathVariable String caseNumber, SignedIn reader) {
        return history.ofCase(door.open(reader, caseNumber).caseNumber());
    }

    @GetMapping("/instances/{id}/path")
    Path path(@PathVariable String id, SignedIn reader) {
        door.check(reader);
        Instance instance =
                history.find(id).filter(found -> found.caseNumber() != null).orElseThrow(CaseNotHersException::new);
        door.open(reader, instance.caseNumber());
        List<Path.Visit> visits = history.visits(id);
        return new Path(
                instance.definitionId(),
                models.newest(instance.processKey()).map(Models.Process::name).orElse(instance.processKey()),
                instance.caseNumber(),
                models.names(instance.definitionId()),
                visits,
                Path.taken(visits, models.ways(instance.definitionId())));
    }

    @GetMapping("/finished")
    PageOf<Instance> finished(
            @RequestParam(defaultValue = "") String process,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) String site,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            SignedIn reader) {
        PageOf.check(page, size);
        FlowQuestion asked = door.question(reader, site, null, null, null);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return PageOf.of(
                history.finished(
                        process, query, from == null ? EVER : from, to == null ? today : to, asked, page, size),
                page,
                size);
    }

    @GetMapping("/cases/{caseNumber}/decisions")
    List<DecisionOfCase> decisions(@PathVariable String caseNumber, SignedIn reader) {
        CaseFile file = door.open(reader, caseNumber);
        CaseView view = access.view(reader, file.head());
        return decisions.ofCase(file.caseNumber(), DECISIONS).stream()
                .map(past -> decision(past, view))
                .toList();
    }

    private static DecisionOfCase decision(Past past, CaseView view) {
        boolean shown = CaseView.tellsCodesOnly(past.decision()) || view.showsDecision(past.decision());
        return new DecisionOfCase(
                past.decision(),
                past.version(),
                past.decidedAt(),
                shown
                        ? past.rules().stream()
                                .map(rule -> new Rule(rule.id(), rule.annotation()))
                                .toList()
                        : null);
    }

    private static ErrorResponseException notFound(String detail) {
        return new ErrorResponseException(
                HttpStatus.NOT_FOUND, ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, detail), null);
    }
}
