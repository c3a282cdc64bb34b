package org.throughcare.access;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What no controller handles itself, as a problem in plain words. What went wrong inside stays in the log. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** The log tells where it happened, and not what was said: a message may hold a value of the record. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception failure) {
        if (DatabaseTrouble.in(failure)) {
            LOG.error("A request broke off: {}", failure.getClass().getName());
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, DatabaseTrouble.IN_WORDS));
        }
        String reference = UUID.randomUUID().toString();
        StackTraceElement where = failure.getStackTrace().length == 0 ? null : failure.getStackTrace()[0];
        LOG.error("Reference {}: {} at {}", reference, failure.getClass().getName(), where);
        LOG.debug("Reference {}", reference, failure);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong and nothing was changed. Tell the administrator the reference " + reference
                        + ".");
        problem.setProperty("reference", reference);
        return ResponseEntity.internalServerError().body(problem);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "The content is not well-formed, or misses a part.");
        return handleExceptionInternal(failure, problem, headers, status, request);
    }
}
