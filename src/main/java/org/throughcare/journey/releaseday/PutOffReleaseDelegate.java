package org.throughcare.journey.releaseday;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.journey.CaseMessages;

/** She did not leave. When staff said so, the new date, or that none is known, is written into the case; when the prison
 * system moved the date, it stands there already. */
@Component("putOffReleaseDelegate")
@UsedInModels
class PutOffReleaseDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseMessages messages;

    PutOffReleaseDelegate(CaseFiles cases, CaseMessages messages) {
        this.cases = cases;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        execution.setVariable("left", false);
        if (!"no".equals(execution.getVariable("hasLeft"))) {
            return;
        }
        Optional<LocalDate> newDate = Optional.ofNullable((String) execution.getVariable("newReleaseDate"))
                .map(LocalDate::parse);
        cases.changeReleaseDate(caseNumber, newDate, "The release was put off on the day.");
        Map<String, Object> codes = new HashMap<>();
        codes.put("releaseDate", newDate.map(LocalDate::toString).orElse(null));
        messages.setCodes(caseNumber, codes);
    }
}
