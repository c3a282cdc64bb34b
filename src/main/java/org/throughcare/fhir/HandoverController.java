package org.throughcare.fhir;

import ca.uhn.fhir.context.FhirContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.SignedIn;

/** A handover for the system of its recipient: what she consented to at this moment, and nothing else. */
@RestController
class HandoverController {

    private final HandoverDesk desk;
    private final ObjectProvider<FhirContext> fhir;

    HandoverController(HandoverDesk desk, ObjectProvider<FhirContext> fhir) {
        this.desk = desk;
        this.fhir = fhir;
    }

    /** The handover as a document. */
    @GetMapping(
            path = "/api/cases/{caseNumber}/handover/fhir",
            produces = {FhirController.FHIR, "application/json"})
    ResponseEntity<String> read(@PathVariable String caseNumber, SignedIn reader) {
        return ResponseEntity.ok()
                .header("Content-Type", FhirController.FHIR + ";charset=UTF-8")
                .body(fhir.getObject().newJsonParser().encodeResourceToString(desk.read(reader, caseNumber)));
    }
}
