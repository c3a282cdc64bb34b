package org.throughcare.custody;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.SignedIn;
import org.throughcare.casefile.OpenCaseException;
import org.throughcare.forms.RefusedAnswerException;

/** Where the prison's own system reports events. */
@RestController
class CustodyEventController {

    private final CustodyEventReader reader;
    private final CustodyDesk desk;

    CustodyEventController(CustodyEventReader reader, CustodyDesk desk) {
        this.reader = reader;
        this.desk = desk;
    }

    /** Takes in one event: 201 the first time, 200 with the same answer after that. */
    @PostMapping("/api/custody-events")
    ResponseEntity<CustodyAnswer> report(@RequestBody JsonNode event, SignedIn reporter) {
        if (!CustodyDesk.maySometimesReport(reporter)) {
            throw RefusedReportException.notAllowed();
        }
        CustodyDesk.Taken taken = desk.take(reader.read(event), reporter);
        return ResponseEntity.status(taken.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(taken.answer());
    }

    @ExceptionHandler
    ResponseEntity<Object> refusedAnswer(RefusedAnswerException refused) {
        return answer(RefusedReportException.badContent(refused.field(), refused.reason()));
    }

    @ExceptionHandler
    ResponseEntity<Object> openCase(OpenCaseException open) {
        return answer(RefusedReportException.openCase(open.caseNumber()));
    }

    private static ResponseEntity<Object> answer(RefusedReportException refused) {
        return ResponseEntity.status(refused.getStatusCode()).body(refused.getBody());
    }
}
