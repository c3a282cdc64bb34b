package org.throughcare.journey;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFiles;

/** The new release date stands in the record and in every running process of the case. */
@Component("noteReleaseDateDelegate")
@UsedInModels
class NoteReleaseDateDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseMessages messages;

    NoteReleaseDateDelegate(CaseFiles cases, CaseMessages messages) {
        this.cases = cases;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        Optional<LocalDate> told = Optional.ofNullable((String) execution.getVariable("releaseDate"))
                .map(LocalDate::parse);
        if (!told.equals(cases.get(caseNumber).releaseDateIfKnown())) {
            cases.changeReleaseDate(caseNumber, told, "Told by message.");
            Map<String, Object> codes = new HashMap<>();
            codes.put("releaseDate", told.map(LocalDate::toString).orElse(null));
            messages.setCodes(caseNumber, codes);
        }
    }
}
