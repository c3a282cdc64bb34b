package org.throughcare.journey.agreements;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Journal;

/** Journals what a manager decided about an agreement; it belongs to no case. */
@Component("noteAgreementDelegate")
@UsedInModels
class NoteAgreementDelegate implements JavaDelegate {

    private final Journal journal;

    NoteAgreementDelegate(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("providerId", execution.getVariable("agreementWith"));
        details.put("agreedUntil", execution.getVariable("agreedUntil"));
        details.put("answer", execution.getVariable("agreementAnswer"));
        details.put("renewedUntil", String.valueOf(execution.getVariable("agreementRenewedUntil")));
        journal.write(
                null,
                "agreementSettled",
                "The agreement with " + details.get("providerId") + ": " + details.get("answer") + ".",
                details);
    }
}
