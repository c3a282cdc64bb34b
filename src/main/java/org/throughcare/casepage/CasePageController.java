package org.throughcare.casepage;

import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.SignedIn;
import org.throughcare.casefile.PageOf;
import org.throughcare.casefile.Shown;
import org.throughcare.forms.FormText;
import org.throughcare.forms.RefusedAnswerException;

/** One case within the reader's rights. A case that she may not see does not exist for her. */
@RestController
@RequestMapping("/api/cases/{caseNumber}")
class CasePageController {

    private final CasePages pages;
    private final CaseActions actions;
    private final SubjectAccessDesk exports;
    private final SubjectAccessPdf pdf;

    CasePageController(CasePages pages, CaseActions actions, SubjectAccessDesk exports, SubjectAccessPdf pdf) {
        this.pages = pages;
        this.actions = actions;
        this.exports = exports;
        this.pdf = pdf;
    }

    /** What was answered to an action's form. */
    record Submitted(Map<String, Object> answers) {}

    /** The whole case: its head, and each section that the reader may see. */
    @GetMapping
    Shown read(@PathVariable String caseNumber, SignedIn reader) {
        return pages.read(reader, caseNumber);
    }

    /** The journal, newest first; of a line that the reader may not see she learns that it is there. */
    @GetMapping("/timeline")
    PageOf<Shown> timeline(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            SignedIn reader) {
        return pages.timeline(reader, caseNumber, kind, page, size);
    }

    /** Everything that is held about her, for machines. */
    @GetMapping(value = "/subject-access", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SubjectAccess> everythingHeld(@PathVariable String caseNumber, SignedIn reader) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, fileOf(caseNumber, "json"))
                .body(exports.of(pages.open(reader, caseNumber)));
    }

    /** The same, to read and to print. */
    @GetMapping(value = "/subject-access", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> everythingHeldToRead(@PathVariable String caseNumber, SignedIn reader) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, fileOf(caseNumber, "pdf"))
                .body(pdf.of(exports.of(pages.open(reader, caseNumber))));
    }

    /** The same by address, for a link. */
    @GetMapping(value = "/subject-access", params = "format=pdf")
    ResponseEntity<byte[]> everythingHeldByLink(@PathVariable String caseNumber, SignedIn reader) {
        return everythingHeldToRead(caseNumber, reader);
    }

    private static String fileOf(String caseNumber, String ending) {
        return ContentDisposition.attachment()
                .filename("held-about-" + caseNumber + "." + ending)
                .build()
                .toString();
    }

    /** The form of an action that is offered to the reader now. */
    @GetMapping("/actions/{action}")
    FormText form(@PathVariable String caseNumber, @PathVariable String action, SignedIn reader) {
        return actions.form(pages.open(reader, caseNumber), action);
    }

    /** Does what the form says, wholly or not at all. */
    @PostMapping("/actions/{action}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(
            @PathVariable String caseNumber,
            @PathVariable String action,
            @RequestBody Submitted submitted,
            SignedIn reader) {
        actions.take(
                pages.open(reader, caseNumber), action, submitted.answers() == null ? Map.of() : submitted.answers());
    }

    /** The problem names the field, and never the value. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedAnswerException refused) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refused.reason());
        problem.setProperty("field", refused.field());
        return ResponseEntity.badRequest().body(problem);
    }
}
