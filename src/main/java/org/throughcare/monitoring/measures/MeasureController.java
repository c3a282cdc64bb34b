package org.throughcare.monitoring.measures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.SignedIn;
import org.throughcare.casefile.PageOf;

/** Measures for managers, and for supervisors of their sites: numbers, the lists behind them, and both as CSV. */
@RestController
@RequestMapping("/api/measures")
class MeasureController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final MeasureDesk desk;
    private final Scopes scopes;
    private final Labels labels;

    private final MonthlyReport report;

    MeasureController(MeasureDesk desk, Scopes scopes, Labels labels, MonthlyReport report) {
        this.report = report;
        this.desk = desk;
        this.scopes = scopes;
        this.labels = labels;
    }

    /**
     * All measures and what they can be narrowed by.
     *
     * @param reportMonths the months that are over and have a report, the newest first
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Catalogue(
            List<SiteName> sites,
            List<Answer.Code> needs,
            List<Answer.Code> tracks,
            List<YearMonth> reportMonths,
            List<Definition> measures) {}

    /** A site. */
    record SiteName(String id, String name) {}

    /** All measures of a group. */
    record Together(Instant asOf, String site, List<Answer> measures) {}

    /** What there is, and the sites that the reader may ask for. */
    @GetMapping
    Catalogue catalogue(SignedIn reader) {
        return new Catalogue(
                scopes.sitesOf(reader).stream()
                        .map(site -> new SiteName(site.id(), site.name()))
                        .toList(),
                codes("pathway", LynchPin.PATHWAYS),
                codes("track", OverviewMeasures.TRACK.codes()),
                report.months(reader),
                desk.definitions());
    }

    private List<Answer.Code> codes(String what, List<String> codes) {
        return codes.stream()
                .map(code -> new Answer.Code(code, labels.of(what, code)))
                .toList();
    }

    /** What is running now. */
    @GetMapping("/overview")
    Together overview(Scopes.Question question, SignedIn reader) {
        return together(Group.OVERVIEW, question, reader);
    }

    /** How long things take and where they wait. */
    @GetMapping("/flow")
    Together flow(Scopes.Question question, SignedIn reader) {
        return together(Group.FLOW, question, reader);
    }

    /** What came of it. */
    @GetMapping("/outcomes")
    Together outcomes(Scopes.Question question, SignedIn reader) {
        return together(Group.OUTCOMES, question, reader);
    }

    /** Supervision, and the work ahead. */
    @GetMapping("/supervision")
    Together supervision(Scopes.Question question, SignedIn reader) {
        return together(Group.SUPERVISION, question, reader);
    }

    private Together together(Group group, Scopes.Question question, SignedIn reader) {
        Scope scope = scopes.of(reader, question);
        return new Together(scope.now(), scope.asked().orElse(null), desk.answers(group, scope));
    }

    /**
     * The report of a month, to be printed.
     *
     * @param month such as 2026-10; the month before this one when it is not given
     */
    @GetMapping("/report.pdf")
    ResponseEntity<byte[]> report(
            @RequestParam(required = false) @DateTimeFormat(pattern = "yyyy-MM") YearMonth month,
            @RequestParam(required = false) String site,
            SignedIn reader) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("report.pdf")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(report.make(reader, month, site));
    }

    /** One measure. */
    @GetMapping("/{id}")
    Answer one(@PathVariable String id, Scopes.Question question, SignedIn reader) {
        return desk.answer(id, scopes.of(reader, question));
    }

    /** One measure as CSV. */
    @GetMapping("/{id}.csv")
    ResponseEntity<byte[]> file(@PathVariable String id, Scopes.Question question, SignedIn reader) {
        return file(id, MeasureFiles.of(desk.answer(id, scopes.of(reader, question))));
    }

    /**
     * The cases behind a number.
     *
     * @param chosen the codes of the measure's dimensions, by their keys
     */
    @GetMapping("/{id}/cases")
    MeasureDesk.Listed cases(
            @PathVariable String id,
            Scopes.Question question,
            @RequestParam Map<String, String> chosen,
            @RequestParam(required = false) String value,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            SignedIn reader) {
        PageOf.check(page, size);
        return desk.cases(id, scopes.of(reader, question), chosen, value, page, size);
    }

    /** All of them as CSV. */
    @GetMapping("/{id}/cases.csv")
    ResponseEntity<byte[]> casesFile(
            @PathVariable String id,
            Scopes.Question question,
            @RequestParam Map<String, String> chosen,
            @RequestParam(required = false) String value,
            SignedIn reader) {
        return file(id + "-cases", MeasureFiles.of(desk.allCases(id, scopes.of(reader, question), chosen, value)));
    }

    private static ResponseEntity<byte[]> file(String name, byte[] content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".csv")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(CSV)
                .body(content);
    }
}
