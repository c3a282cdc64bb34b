package org.throughcare.decisions.workbench;

import jakarta.validation.Valid;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.CaseAccess;
import org.throughcare.access.SignedIn;
import org.throughcare.decisions.workbench.ImpactRuns.Run;
import org.throughcare.engine.TableVersions;

/** Whom a draft would touch: a comparison over real decisions, with progress, to be cancelled at any time. */
@RestController
@RequestMapping("/api/decisions")
class ImpactController {

    private final TableVersions tables;
    private final TableTexts texts;
    private final ImpactQuestion question;
    private final ImpactRuns runs;
    private final ImpactResults results;
    private final CaseAccess cases;

    ImpactController(
            TableVersions tables,
            TableTexts texts,
            ImpactQuestion question,
            ImpactRuns runs,
            ImpactResults results,
            CaseAccess cases) {
        this.tables = tables;
        this.texts = texts;
        this.question = question;
        this.runs = runs;
        this.results = results;
        this.cases = cases;
    }

    /** Where to ask how far it is. */
    record Begun(String job) {}

    /** How far it is, and what came out. */
    record Progress(ImpactRuns.State state, int done, int total, String detail, Impact result) {}

    @PostMapping("/{decision}/impact")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun begin(@PathVariable String decision, @Valid @RequestBody TableController.Text text, SignedIn person) {
        Rights.checkSees(person);
        return tables.newest(decision)
                .map(live -> new Begun(question.ask(
                        decision, texts.live(live), text.xml(), cases.hiddenFrom(person), person.userId())))
                .orElseThrow(() -> Rights.problem(HttpStatus.NOT_FOUND, "There is no such decision table."));
    }

    @GetMapping("/impact/{job}")
    Progress progress(@PathVariable String job, SignedIn person) {
        Run run = hers(job, person);
        return new Progress(
                run.state(),
                run.done(),
                run.total(),
                run.state() == ImpactRuns.State.failed
                        ? "The comparison did not come to its end. Check the table and try again."
                        : null,
                results.of(run, cases.hiddenFrom(person)).orElse(null));
    }

    @DeleteMapping("/impact/{job}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String job, SignedIn person) {
        runs.cancel(hers(job, person).id());
    }

    /** One line for each case and change. */
    @GetMapping(value = "/impact/{job}/cases.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> lines(@PathVariable String job, SignedIn person) {
        Set<String> hidden = cases.hiddenFrom(person);
        Impact impact = results.of(hers(job, person), hidden)
                .orElseThrow(() -> Rights.problem(HttpStatus.CONFLICT, "The comparison is not done."));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("cases.csv")
                                .build()
                                .toString())
                .body(csv(impact));
    }

    private static String csv(Impact impact) {
        StringWriter csv = new StringWriter();
        try (CSVPrinter printer = CSVFormat.DEFAULT
                .builder()
                .setHeader("over", "case", "now", "then")
                .get()
                .print(csv)) {
            print(printer, "past decisions", impact.past());
            print(printer, "open cases", impact.open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private static void print(CSVPrinter printer, String over, Impact.Compared compared) throws IOException {
        for (Impact.Group group : compared.groups()) {
            for (String number : group.cases()) {
                printer.printRecord(over, number, plain(group.from()), plain(group.to()));
            }
        }
    }

    /** A cell that a spreadsheet does not take for a formula. */
    private static String plain(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    private Run hers(String job, SignedIn person) {
        Rights.checkSees(person);
        return runs.find(job)
                .filter(run -> run.askedBy().equals(person.userId()))
                .orElseThrow(() -> Rights.problem(HttpStatus.NOT_FOUND, "There is no such comparison of yours."));
    }
}
