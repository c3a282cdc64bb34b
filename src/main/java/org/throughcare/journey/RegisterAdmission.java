package org.throughcare.journey;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.access.StaffAccess;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.NewCase;
import org.throughcare.casefile.OpenCaseException;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.forms.StartForm;
import org.throughcare.forms.StartedCase;
import org.throughcare.sites.Sites;
import org.throughcare.time.WorkingCalendar;

/** Receives the start form of the journey: the case is opened, or the open one is named (search before create). */
@Component
class RegisterAdmission implements StartForm {

    private final CaseFiles cases;
    private final Sites sites;
    private final WorkingCalendar calendar;
    private final StaffAccess access;

    RegisterAdmission(CaseFiles cases, Sites sites, WorkingCalendar calendar, StaffAccess access) {
        this.cases = cases;
        this.sites = sites;
        this.calendar = calendar;
        this.access = access;
    }

    @Override
    public String process() {
        return "journey";
    }

    @Override
    public StartedCase receive(Map<String, Object> answers, String userId) {
        NewCase newCase = newCase(answers);
        check(newCase);
        if (!access.mayReportCustody(userId, newCase.site())) {
            throw new RefusedAnswerException("site", "is not a site for which you register admissions.");
        }
        try {
            CaseFile file = cases.open(newCase);
            Map<String, Object> codes = CaseMessages.standardCodes(file);
            codes.put("admissionDone", false);
            codes.put("assessmentDone", false);
            codes.put("caseManagementBegun", false);
            codes.put("handoverBegun", false);
            codes.put("sameDay", false);
            return new StartedCase(file.caseNumber(), codes);
        } catch (OpenCaseException e) {
            throw new RefusedAnswerException("prisonNumber", e.getMessage());
        }
    }

    private void check(NewCase newCase) {
        if (sites.find(newCase.site()).isEmpty()) {
            throw new RefusedAnswerException("site", "is no site of this estate; it has " + sites.ids() + ".");
        }
        LocalDate today = calendar.today(newCase.site());
        if (newCase.dateOfBirth().isAfter(today.minusYears(10))) {
            throw new RefusedAnswerException("dateOfBirth", "lies too late. Check the year.");
        }
        if (newCase.dateOfBirth().isBefore(today.minusYears(120))) {
            throw new RefusedAnswerException("dateOfBirth", "lies too early. Check the year.");
        }
        if (newCase.admissionDate().isAfter(today)) {
            throw new RefusedAnswerException("admissionDate", "lies in the future. Register her when she has arrived.");
        }
        if (newCase.releaseDate() != null && newCase.releaseDate().isBefore(newCase.admissionDate())) {
            throw new RefusedAnswerException(
                    "releaseDate", "lies before the admission. Correct it, or leave it empty if it is unknown.");
        }
    }

    private static NewCase newCase(Map<String, Object> answers) {
        return new NewCase(
                (String) answers.get("prisonNumber"),
                ((String) answers.get("womanName")).strip(),
                LocalDate.parse((String) answers.get("dateOfBirth")),
                (String) answers.get("site"),
                LocalDate.parse((String) answers.get("admissionDate")),
                (String) answers.get("legalStatus"),
                answers.get("releaseDate") == null ? null : LocalDate.parse((String) answers.get("releaseDate")),
                (String) answers.get("homeDistrict"),
                (String) answers.get("language"));
    }
}
