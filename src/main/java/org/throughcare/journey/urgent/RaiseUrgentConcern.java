package org.throughcare.journey.urgent;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
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

    RaiseUrgentConcern(UrgentConcerns concerns, CaseFiles cases) {
        this.concerns = concerns;
        this.cases = cases;
    }

    @Override
    public String process() {
        return "urgentResponse";
    }

    @Override
    public StartedCase receive(Map<String, Object> answers, String userId) {
        CaseFile file = openCase(((String) answers.get("caseNumber")).strip());
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

    private CaseFile openCase(String caseNumber) {
        return cases.find(caseNumber)
                .filter(CaseFile::isOpen)
                .orElseThrow(() -> new RefusedAnswerException(
                        "caseNumber", "is not an open case. Look the woman up under Cases and copy her case number."));
    }
}
