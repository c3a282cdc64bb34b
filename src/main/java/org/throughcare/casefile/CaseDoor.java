package org.throughcare.casefile;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;
import org.throughcare.access.CaseAccess;
import org.throughcare.access.CaseView;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffAccess;
import org.throughcare.access.StaffGroups;

/** Opens one case for a person. A case that she may not see does not exist for her. */
@Component
@Transactional(readOnly = true)
public class CaseDoor {

    private final CaseFiles cases;
    private final CaseAccess access;
    private final StaffAccess staff;

    CaseDoor(CaseFiles cases, CaseAccess access, StaffAccess staff) {
        this.cases = cases;
        this.access = access;
        this.staff = staff;
    }

    /**
     * A case that somebody opened.
     *
     * @param view what she may read; a manager sees codes, and the view opens nothing about the person
     */
    public record Opened(CaseFile file, CaseView view) {}

    /**
     * Opens the case.
     *
     * @throws ErrorResponseException 404 when there is no such case for that reader, 403 when she reads no cases at all
     */
    public Opened open(SignedIn reader, String caseNumber) {
        boolean watches =
                reader.in(StaffGroups.MANAGER) && !access.hiddenFrom(reader).contains(caseNumber);
        return cases.find(caseNumber)
                .map(file -> new Opened(file, access.view(reader, file.head())))
                .filter(opened -> watches || opened.view().opens())
                .orElseThrow(() -> staff.sitesOf(reader).isEmpty() && !reader.in(StaffGroups.MANAGER)
                        ? notForYou()
                        : new ErrorResponseException(
                                HttpStatus.NOT_FOUND,
                                ProblemDetail.forStatusAndDetail(
                                        HttpStatus.NOT_FOUND, "There is no such case, or it is not yours to see."),
                                null));
    }

    static ErrorResponseException notForYou() {
        return new ErrorResponseException(
                HttpStatus.FORBIDDEN,
                ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, "Cases are read by the staff of their site."),
                null);
    }
}
