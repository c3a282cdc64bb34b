package org.throughcare.journey.followup;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.journey.CaseMessages;

/** The running contact plan of a case. */
@Component
class ContactPlan {

    private static final String CHANGED = "ContactPlanChanged";

    private final CaseMessages messages;

    ContactPlan(CaseMessages messages) {
        this.messages = messages;
    }

    /** Has the table asked again; does nothing while a contact is being made or when she is not in follow-up. */
    void lookAgain(String caseNumber) {
        messages.send(CHANGED, caseNumber, Map.of());
    }
}
