package org.throughcare.decisions.workbench;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.SignedIn;
import org.throughcare.decisions.workbench.GoldenCases.Kept;
import org.throughcare.engine.TableVersions;

/** The cases that a table must decide so, as a grid or as CSV. */
@RestController
@RequestMapping("/api/decisions/{decision}")
class GoldenCaseController {

    private static final int MOST = 1_000;
    private static final int LONGEST = 1_000_000;
    private static final String CSV = "text/csv;charset=UTF-8";

    private final TableVersions tables;
    private final TableTexts texts;
    private final GoldenCases golden;

    GoldenCaseController(TableVersions tables, TableTexts texts, GoldenCases golden) {
        this.tables = tables;
        this.texts = texts;
        this.golden = golden;
    }

    /**
     * The cases of a table.
     *
     * @param ofDraft they belong to the reader's own draft; of no meaning when they are saved
     */
    record Cases(int revision, @NotNull @Size(max = MOST) List<GoldenCase> cases, boolean ofDraft) {}

    @GetMapping("/golden-cases")
    Cases all(@PathVariable String decision, SignedIn person) {
        Rights.checkSees(person);
        return shown(decision, golden.of(decision, person.userId()), person);
    }

    @PutMapping("/golden-cases")
    Cases save(@PathVariable String decision, @Valid @RequestBody Cases cases, SignedIn person) {
        Rights.checkEdits(person);
        GoldenCaseFile file = file(decision, person);
        String csv = file.write(cases.cases());
        file.read(csv);
        return shown(decision, golden.save(decision, cases.revision(), csv, person.userId()), person);
    }

    @GetMapping(value = "/golden-cases.csv", produces = CSV)
    ResponseEntity<String> csv(@PathVariable String decision, SignedIn person) {
        Rights.checkSees(person);
        file(decision, person);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(decision + "-golden-cases.csv")
                                .build()
                                .toString())
                .body(golden.of(decision, person.userId()).csv());
    }

    @PostMapping(
            value = "/golden-cases.csv",
            consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE})
    Cases read(@PathVariable String decision, @RequestBody @Size(max = LONGEST) String csv, SignedIn person) {
        Rights.checkEdits(person);
        file(decision, person).read(csv);
        int revision = golden.of(decision, person.userId()).revision();
        return shown(decision, golden.save(decision, revision, csv, person.userId()), person);
    }

    private Cases shown(String decision, Kept kept, SignedIn person) {
        GoldenCaseFile file = file(decision, person);
        return new Cases(kept.revision(), kept.csv().isEmpty() ? List.of() : file.read(kept.csv()), kept.ofDraft());
    }

    /** Cases are read by the columns of one's own draft, where there is one: a new column has new cases. */
    private GoldenCaseFile file(String decision, SignedIn person) {
        return tables.newest(decision)
                .map(live -> new GoldenCaseFile(TableText.of(
                        texts.find(decision, "draft", person.userId()).orElseGet(() -> texts.live(live)))))
                .orElseThrow(() -> Rights.problem(HttpStatus.NOT_FOUND, "There is no such decision table."));
    }
}
