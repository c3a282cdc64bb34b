package org.throughcare.decisions.workbench;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.throughcare.decisions.TrialFailedException;

/** What goes wrong in the workbench, as analysts read it. */
@RestControllerAdvice(basePackageClasses = WorkbenchProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class WorkbenchProblems {

    @ExceptionHandler
    ProblemDetail savedElsewhere(SavedElsewhereException failure) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, failure.getMessage());
        problem.setProperty("revision", failure.revision());
        problem.setProperty("savedAt", failure.savedAt());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unreadable(UnreadableTableException failure) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, failure.getMessage());
    }

    @ExceptionHandler
    ProblemDetail failed(TrialFailedException failure) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_ENTITY, "The table cannot be asked: " + failure.getMessage());
    }

    @ExceptionHandler
    ProblemDetail wrongGoldenCase(WrongGoldenCaseException failure) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, failure.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(ProposalRefusedException failure) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, failure.getMessage());
        problem.setProperty("findings", failure.findings());
        return problem;
    }
}
