package org.throughcare.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.StrictErrorHandler;
import org.hl7.fhir.r4.model.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.SignedIn;
import org.throughcare.forms.RefusedAnswerException;

/**
 * A referral for the system of the provider that it went to, and for the staff who sent it. A referral that the reader may
 * not see, or that her consent does not open any more, does not exist for her.
 */
@RestController
@RequestMapping("/api/referrals/{id}/fhir")
class FhirController {

    static final String FHIR = "application/fhir+json";

    private final ReferralDesk desk;
    private final ObjectProvider<FhirContext> fhir;

    FhirController(ReferralDesk desk, ObjectProvider<FhirContext> fhir) {
        this.desk = desk;
        this.fhir = fhir;
    }

    /** The referral as a Bundle. */
    @GetMapping(produces = {FHIR, "application/json"})
    ResponseEntity<String> read(@PathVariable String id, SignedIn reader) {
        return ResponseEntity.ok()
                .header("Content-Type", FHIR + ";charset=UTF-8")
                .body(fhir.getObject().newJsonParser().encodeResourceToString(desk.read(reader, id)));
    }

    /**
     * The provider's answer: a Task with the status {@code received}, {@code accepted} (with the name of who takes her in
     * {@code owner.display}) or {@code rejected} (with the reason in {@code statusReason.text}).
     */
    @PutMapping(
            path = "/Task",
            consumes = {FHIR, "application/json"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable String id, @RequestBody String content, SignedIn provider) {
        desk.answer(provider, id, task(content));
    }

    private Task task(String content) {
        try {
            return fhir.getObject()
                    .newJsonParser()
                    .setParserErrorHandler(new StrictErrorHandler())
                    .parseResource(Task.class, content);
        } catch (DataFormatException e) {
            throw new ErrorResponseException(
                    HttpStatus.BAD_REQUEST,
                    ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The content is no FHIR R4 Task in JSON."),
                    null);
        }
    }

    /** The problem names the field, and never the value. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedAnswerException refused) {
        String where = "acceptedBy".equals(refused.field()) ? "owner.display" : "statusReason.text";
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, where + ": " + refused.reason());
        return ResponseEntity.unprocessableEntity().body(problem);
    }
}
