package org.throughcare.decisions.workbench;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffGroups;

/** Who may see tables and who may change them. */
final class Rights {

    private Rights() {}

    static boolean mayEdit(SignedIn person) {
        return person.in(StaffGroups.ANALYST);
    }

    static void checkSees(SignedIn person) {
        if (!mayEdit(person) && !person.in(StaffGroups.MANAGER)) {
            throw problem(HttpStatus.FORBIDDEN, "Decision tables are for analysts and managers.");
        }
    }

    static void checkEdits(SignedIn person) {
        if (!mayEdit(person)) {
            throw problem(HttpStatus.FORBIDDEN, "Decision tables are changed by analysts.");
        }
    }

    static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
