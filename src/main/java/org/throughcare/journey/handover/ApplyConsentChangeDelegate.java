package org.throughcare.journey.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Journal;
import org.throughcare.referrals.ConsentChanges;
import org.throughcare.referrals.ConsentKind;

/** She changed her mind about sharing, told by the message {@code ConsentChanged}. Its codes are {@code consentRecipient},
 * {@code consentAnswer} (given, refused, withdrawn), and where they apply {@code consentKind}, {@code consentUntil} (a
 * date) and {@code consentHow}. Without a kind, everything that the recipient may know is meant. */
@Component("applyConsentChangeDelegate")
@UsedInModels
class ApplyConsentChangeDelegate implements JavaDelegate {

    private final ConsentChanges changes;
    private final Journal journal;

    ApplyConsentChangeDelegate(ConsentChanges changes, Journal journal) {
        this.changes = changes;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        String recipient = take(execution, "consentRecipient");
        String answer = take(execution, "consentAnswer");
        Optional<LocalDate> until =
                Optional.ofNullable(take(execution, "consentUntil")).map(LocalDate::parse);
        String how = take(execution, "consentHow");
        List<ConsentKind> kinds = Optional.ofNullable(take(execution, "consentKind")).map(ConsentKind::of).stream()
                .toList();
        if (recipient == null || answer == null || kinds.isEmpty() && !"withdrawn".equals(answer)) {
            journal.write(
                    caseNumber,
                    "consentChangeUnclear",
                    "A change of consent was told without saying who may know what. Ask her again.",
                    Map.of("recipient", String.valueOf(recipient), "answer", String.valueOf(answer)));
            return;
        }
        changes.apply(caseNumber, recipient, kinds, answer, until, how);
    }

    /** Reads a code of the message and forgets it, so that the next message does not inherit it. */
    private static String take(DelegateExecution execution, String code) {
        Object value = execution.getVariable(code);
        execution.removeVariable(code);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
