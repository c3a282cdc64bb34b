package org.throughcare.custody;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A report from custody that is not taken; answered as a problem. */
class RefusedReportException extends ErrorResponseException {

    private RefusedReportException(ProblemDetail problem) {
        super(HttpStatus.valueOf(problem.getStatus()), problem, null);
    }

    /** Bad content: 400, each field named. */
    static RefusedReportException badContent(List<FieldError> errors) {
        FieldError first = errors.get(0);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, (first.field() + ": " + first.reason()).replaceFirst("^: ", ""));
        problem.setProperty("errors", errors);
        return new RefusedReportException(problem);
    }

    static RefusedReportException badContent(String field, String reason) {
        return badContent(List.of(new FieldError(field, reason)));
    }

    /** The woman has an open case: 409 with its number. */
    static RefusedReportException openCase(String caseNumber) {
        return conflict(
                caseNumber,
                "This prison number has the open case " + caseNumber + ". Report what changed in that case instead.");
    }

    /** It does not fit the case: 409 with its number. */
    static RefusedReportException conflict(String caseNumber, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail);
        problem.setProperty("caseNumber", caseNumber);
        return new RefusedReportException(problem);
    }

    /** No case has that prison number: 404. */
    static RefusedReportException unknownWoman() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND,
                "prisonNumber: there is no case with this prison number. Report her admission first.");
        problem.setProperty(
                "errors", List.of(new FieldError("prisonNumber", "there is no case with this prison number.")));
        return new RefusedReportException(problem);
    }

    /** The reporter may not report for that site: 403. */
    static RefusedReportException notAllowed() {
        return new RefusedReportException(ProblemDetail.forStatusAndDetail(
                HttpStatus.FORBIDDEN,
                "Custody is reported by the site's reception officers and by the prison's own system."));
    }
}
