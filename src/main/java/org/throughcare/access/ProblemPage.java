package org.throughcare.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The last word when a request failed outside every controller: status and a plain sentence, nothing of the inside. */
@RestController
class ProblemPage implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus resolved = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        HttpStatus status = resolved == null ? HttpStatus.NOT_FOUND : resolved;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, inWords(status));
        problem.setProperty("message", problem.getDetail());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String inWords(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "Sign in first.";
            case FORBIDDEN -> EngineGate.NO_RIGHT;
            case NOT_FOUND -> "There is nothing with this address, or it is not yours to see.";
            default ->
                status.is4xxClientError()
                        ? "The request cannot be taken as it is."
                        : "Something went wrong and nothing was changed. Tell the administrator when it happens again.";
        };
    }
}
