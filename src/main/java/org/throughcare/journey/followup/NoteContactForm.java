package org.throughcare.journey.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.access.StaffAccess;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Contacts;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.forms.StartForm;
import org.throughcare.forms.StartedCase;
import org.throughcare.time.WorkingCalendar;

/** Receives a contact that any member of staff of her site notes, planned or by chance, and keeps it in her record. */
@Component
class NoteContactForm implements StartForm {

    /** The kind of a contact that somebody noted outside any plan. */
    static final String KIND = "noted";

    private final CaseFiles cases;
    private final Contacts contacts;
    private final StaffAccess access;
    private final WorkingCalendar calendar;
    private final Clock clock;

    NoteContactForm(CaseFiles cases, Contacts contacts, StaffAccess access, WorkingCalendar calendar, Clock clock) {
        this.cases = cases;
        this.contacts = contacts;
        this.access = access;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String process() {
        return "noteContact";
    }

    @Override
    public StartedCase receive(Map<String, Object> answers, String userId) {
        CaseFile file = caseOf((String) answers.get("caseNumber"), userId);
        contacts.madeAt(
                file.caseNumber(),
                KIND,
                (String) answers.get("contactChannel"),
                (String) answers.get("contactOutcome"),
                (String) answers.get("contactNote"),
                moment(file, answers));
        Map<String, Object> codes = new HashMap<>();
        codes.put("site", file.site());
        return new StartedCase(file.caseNumber(), codes);
    }

    /** The answer is the same for a case that does not exist and for one of another site. */
    private CaseFile caseOf(String caseNumber, String userId) {
        return cases.find(caseNumber.strip())
                .filter(CaseFile::isOpen)
                .filter(file -> access.mayWorkOn(userId, file.head()))
                .orElseThrow(() -> new RefusedAnswerException("caseNumber", "is no open case of your site."));
    }

    private Instant moment(CaseFile file, Map<String, Object> answers) {
        LocalDate day = LocalDate.parse((String) answers.get("contactOn"));
        LocalDate today = calendar.today(file.site());
        if (day.isAfter(today)) {
            throw new RefusedAnswerException("contactOn", "lies in the future. Note a contact when it has been made.");
        }
        if (day.isBefore(file.admissionDate())) {
            throw new RefusedAnswerException("contactOn", "lies before her admission. Check the date.");
        }
        if (answers.get("contactAt") == null) {
            return day.equals(today) ? clock.instant() : calendar.at(file.site(), day, LocalTime.NOON);
        }
        Instant moment = calendar.at(file.site(), day, LocalTime.parse((String) answers.get("contactAt")));
        if (moment.isAfter(clock.instant())) {
            throw new RefusedAnswerException("contactAt", "lies in the future. Note a contact when it has been made.");
        }
        return moment;
    }
}
