package org.throughcare.operations;

import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.throughcare.access.CaseAccess;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffGroups;

/**
 * Who may do what to many: a supervisor gives away the cases of her site, a manager those of every site; managers and
 * administrators try again, move tokens and migrate.
 */
@Component
class OperationRights {

    private final CaseAccess access;

    OperationRights(CaseAccess access) {
        this.access = access;
    }

    static boolean mayReassign(SignedIn person, String site) {
        return person.in(StaffGroups.MANAGER) || person.has(StaffGroups.SUPERVISOR, site);
    }

    static boolean mayRepair(SignedIn person) {
        return person.in(StaffGroups.MANAGER) || person.in(StaffGroups.ADMINISTRATOR);
    }

    static boolean mayAnything(SignedIn person) {
        return mayRepair(person)
                || person.groups().stream().anyMatch(group -> group.startsWith(StaffGroups.SUPERVISOR + "."));
    }

    /** Refuses who may neither try again nor move nor migrate. */
    static void checkRepairs(SignedIn person) {
        check(mayRepair(person), "Only managers and administrators repair processes.");
    }

    static void check(boolean may, String otherwise) {
        if (!may) {
            throw problem(HttpStatus.FORBIDDEN, otherwise);
        }
    }

    static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    /** Which cases exist for that person: work about no case does for everybody here. */
    Predicate<String> existFor(SignedIn person) {
        var hidden = access.hiddenFrom(person);
        return caseNumber -> caseNumber == null || !hidden.contains(caseNumber);
    }
}
