package org.throughcare.access;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** There is no such case, or it is not hers to see: nobody learns which of the two. */
public class CaseNotHersException extends ErrorResponseException {

    /** Answers 404. */
    public CaseNotHersException() {
        super(
                HttpStatus.NOT_FOUND,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.NOT_FOUND, "There is no such case, or it is not yours to see."),
                null);
    }
}
