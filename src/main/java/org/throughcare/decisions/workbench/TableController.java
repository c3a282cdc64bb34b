package org.throughcare.decisions.workbench;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.SignedIn;
import org.throughcare.decisions.Decided;
import org.throughcare.decisions.MatchedRule;
import org.throughcare.decisions.TableTrials;
import org.throughcare.decisions.workbench.Drafts.Draft;
import org.throughcare.decisions.workbench.TableChecks.Checked;
import org.throughcare.decisions.workbench.TableLists.OneTable;
import org.throughcare.decisions.workbench.TableLists.TableLine;
import org.throughcare.engine.TableVersions;
import org.throughcare.engine.TableVersions.Version;

/** Decision tables for those who look after them: what there is, drafts, checks, trials and comparisons. */
@RestController
@RequestMapping("/api/decisions")
class TableController {

    /** Ten times the longest table of the product. */
    private static final int LONGEST = 2_000_000;

    private final TableVersions tables;
    private final TableTexts texts;
    private final TableLists lists;
    private final ProposalLines proposalLines;
    private final Drafts drafts;
    private final TableChecks checks;
    private final TableTrials trials;
    private final OutcomeChanges outcomes;
    private final Requirements requirements;
    private final ThreeWay threeWay;
    private final TableChanges changes;
    private final GoldenCases golden;

    TableController(
            TableVersions tables,
            TableTexts texts,
            TableLists lists,
            ProposalLines proposalLines,
            Drafts drafts,
            TableChecks checks,
            TableTrials trials,
            OutcomeChanges outcomes,
            Requirements requirements,
            ThreeWay threeWay,
            TableChanges changes,
            GoldenCases golden) {
        this.tables = tables;
        this.texts = texts;
        this.lists = lists;
        this.proposalLines = proposalLines;
        this.drafts = drafts;
        this.checks = checks;
        this.trials = trials;
        this.outcomes = outcomes;
        this.requirements = requirements;
        this.threeWay = threeWay;
        this.changes = changes;
        this.golden = golden;
    }

    /** All tables. */
    record Tables(boolean mayEdit, List<TableLine> decisions) {}

    /** A text to be looked at. */
    record Text(@NotNull @Size(max = LONGEST) String xml) {}

    /** A text to be kept, from which version it began, and the revision that was seen last. */
    record DraftText(@NotNull @Size(max = LONGEST) String xml, int baseVersion, int revision) {}

    /** That it was kept. */
    record Saved(int revision, Instant savedAt) {}

    /** A question to a text. */
    record Question(@NotNull @Size(max = LONGEST) String xml, @NotNull Map<String, Object> inputs) {}

    /** A rule that fired. */
    record Fired(String id, int row) {}

    /** The answer. */
    record Answer(
            List<Fired> rules, @JsonSerialize(contentUsing = WithNulls.class) List<Map<String, Object>> outputs) {}

    @GetMapping
    Tables all(SignedIn person) {
        Rights.checkSees(person);
        return new Tables(Rights.mayEdit(person), lists.all(person));
    }

    /** Which table feeds which, as a picture in DMN. */
    @GetMapping(value = "/requirements", produces = MediaType.APPLICATION_XML_VALUE)
    String requirements(SignedIn person) {
        Rights.checkSees(person);
        return requirements.picture();
    }

    @GetMapping("/{decision}")
    OneTable one(@PathVariable String decision, SignedIn person) {
        Rights.checkSees(person);
        return lists.one(live(decision), person, proposalLines);
    }

    /** A text in DMN, see {@link TableTexts}; as a file when {@code download} is true. */
    @GetMapping(value = "/{decision}/text", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> text(
            @PathVariable String decision,
            @RequestParam String ref,
            @RequestParam(defaultValue = "false") boolean download,
            SignedIn person) {
        Rights.checkSees(person);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (download) {
            answer.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(decision + "-" + ref.replaceAll("[^A-Za-z0-9]", "-") + ".dmn")
                            .build()
                            .toString());
        }
        return answer.body(find(live(decision).decision(), ref, person));
    }

    @PutMapping("/{decision}/draft")
    Saved save(@PathVariable String decision, @Valid @RequestBody DraftText text, SignedIn person) {
        Rights.checkEdits(person);
        Draft draft = drafts.save(
                live(decision).decision(), person.userId(), text.baseVersion(), text.revision(), text.xml());
        return new Saved(draft.revision(), draft.savedAt());
    }

    @DeleteMapping("/{decision}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String decision, SignedIn person) {
        Rights.checkEdits(person);
        drafts.discard(live(decision).decision(), person.userId());
    }

    @PostMapping("/{decision}/check")
    Checked check(@PathVariable String decision, @Valid @RequestBody Text text, SignedIn person) {
        Rights.checkSees(person);
        Version live = live(decision);
        String now = texts.live(live);
        String cases = text.xml().equals(now)
                ? golden.of(decision).csv()
                : golden.of(decision, person.userId()).csv();
        return checks.check(live.decision(), text.xml(), now, cases);
    }

    @PostMapping("/{decision}/try")
    Answer ask(@PathVariable String decision, @Valid @RequestBody Question question, SignedIn person) {
        Rights.checkSees(person);
        Map<String, Integer> rows = new LinkedHashMap<>();
        TableText.of(question.xml()).rules().forEach(rule -> rows.put(rule.id(), rule.number()));
        Decided decided = trials.of(live(decision).decision(), question.xml()).ask(question.inputs());
        return new Answer(
                decided.rules().stream()
                        .map(MatchedRule::id)
                        .map(id -> new Fired(id, rows.getOrDefault(id, 0)))
                        .toList(),
                decided.rows());
    }

    /** What differs between two texts, and what that changes in outcomes. */
    record Difference(
            List<Differences.ColumnChange> columns,
            List<Differences.RuleChange> rules,
            List<OutcomeChanges.Outcome> outcomes,
            boolean outcomesComplete) {}

    @GetMapping("/{decision}/difference")
    Difference difference(
            @PathVariable String decision, @RequestParam String from, @RequestParam String to, SignedIn person) {
        Rights.checkSees(person);
        String id = live(decision).decision();
        String before = find(id, from, person);
        String after = find(id, to, person);
        Differences differences = Differences.between(TableText.of(before), TableText.of(after));
        OutcomeChanges.Found found = outcomes.between(id, before, after);
        return new Difference(differences.columns(), differences.rules(), found.outcomes(), found.complete());
    }

    /** The table of a new release of the product beside the one that people changed. */
    @GetMapping("/{decision}/packaged")
    ThreeWay.Compared packaged(@PathVariable String decision, SignedIn person) {
        Rights.checkSees(person);
        return threeWay.of(live(decision));
    }

    /** Why the release's table is not taken over. */
    record PutAside(@NotBlank @Size(max = 2_000) String reason) {}

    /** The table of the new release is not taken over; the next release that differs from it waits again. */
    @PostMapping("/{decision}/packaged/put-aside")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void putAside(@PathVariable String decision, @Valid @RequestBody PutAside wish, SignedIn person) {
        Rights.checkEdits(person);
        changes.putPackagedAside(live(decision), wish.reason(), person.userId());
    }

    private String find(String decision, String ref, SignedIn person) {
        return texts.find(decision, ref, person.userId())
                .orElseThrow(() -> Rights.problem(
                        HttpStatus.NOT_FOUND,
                        "There is no such text: a version's number, draft, draft:USER, packaged or proposal:NUMBER."));
    }

    private Version live(String decision) {
        return tables.newest(decision).orElseThrow(TableController::unknown);
    }

    private static ErrorResponseException unknown() {
        return Rights.problem(HttpStatus.NOT_FOUND, "There is no such decision table.");
    }
}
