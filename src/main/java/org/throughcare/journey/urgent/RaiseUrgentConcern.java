package org.throughcare.journey.urgent;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.access.StaffAccess;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.forms.StartForm;
import org.throughcare.forms.StartedCase;
import org.throughcare.journey.CaseMessages;

/** Receives the start form of an urgent response: any member of staff, any open case. */
@Component
class RaiseUrgentConcern implements StartForm {

    private final UrgentConcerns concerns;
    private final CaseFiles cases;
    private final StaffAccess access;

    RaiseUrgentConcern(UrgentConcerns concerns, CaseFiles cases, StaffAccess access) {
        this.concerns = concerns;
        this.cases = cases;
        this.access = access;
    }

    @Override
    public String process() {
        return "urgentResponse";
    }

    @Override
    public StartedCase receive(Map<String, Object> answers, String userId) {
        CaseFile file = openCase(((String) answers.get("caseNumber")).strip(), userId);
        Map<String, Object> codes = new LinkedHashMap<>(CaseMessages.standardCodes(file));
        codes.putAll(concerns.write(
                file.caseNumber(),
                (String) answers.get("flag"),
                (String) answers.get("severity"),
                (String) answers.get("role"),
                null,
                (String) answers.get("whatHappened")));
        return new StartedCase(file.caseNumber(), codes);
    }

    /** A case of another site is told apart from no case by nobody. */
    private CaseFile openCase(String caseNumber, String userId) {
        return cases.find(caseNumber)
                .filter(CaseFile::isOpen)
                .filter(file -> access.mayWorkOn(userId, file.head()))
                .orElseThrow(() -> new RefusedAnswerException(
                        "caseNumber", "is not an open case. Look the woman up under Cases and copy her case number."));
    }
}
