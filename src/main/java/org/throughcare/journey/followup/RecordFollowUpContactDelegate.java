package org.throughcare.journey.followup;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Contacts;
import org.throughcare.casefile.Facts;

/** Writes a contact of the plan to the record and says how things stand with her. */
@Component("recordFollowUpContactDelegate")
@UsedInModels
class RecordFollowUpContactDelegate implements JavaDelegate {

    private final Contacts contacts;
    private final Facts facts;
    private final FollowUpSettings settings;

    RecordFollowUpContactDelegate(Contacts contacts, Facts facts, FollowUpSettings settings) {
        this.contacts = contacts;
        this.facts = facts;
        this.settings = settings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        String came = (String) execution.getVariable("contactOutcome");
        contacts.settle(
                (Long) execution.getVariable("contactId"),
                facts.text(caseNumber, "contactChannel").orElse(null),
                outcome(came),
                facts.text(caseNumber, "contactNote").orElse(null));
        execution.setVariable("contactResult", result(came, contacts.missedInARow(caseNumber)));
        execution.setVariable("searchAttempts", 0);
        execution.setVariable(
                "dangerSeen",
                facts.text(caseNumber, "contactWorry")
                        .filter(worry -> !"none".equals(worry))
                        .isPresent());
    }

    /** Whoever says that she wants no more support or has moved was spoken to. */
    private static String outcome(String came) {
        return switch (came) {
            case "missed" -> "missed";
            case "putOff" -> "cancelled";
            default -> "kept";
        };
    }

    private String result(String came, int missedInARow) {
        return switch (came) {
            case "declined", "movedAway" -> came;
            case "missed" -> missedInARow >= settings.missedBeforeSearch() ? "outOfTouch" : "inTouch";
            default -> "inTouch";
        };
    }
}
