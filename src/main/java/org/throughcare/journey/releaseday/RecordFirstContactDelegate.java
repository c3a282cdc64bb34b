package org.throughcare.journey.releaseday;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Contacts;
import org.throughcare.casefile.Facts;
import org.throughcare.journey.urgent.UrgentConcerns;

/** The first contact after release goes into her contacts; if she is not safe, an urgent concern is raised. */
@Component("recordFirstContactDelegate")
@UsedInModels
class RecordFirstContactDelegate implements JavaDelegate {

    private final Contacts contacts;
    private final Facts facts;
    private final UrgentConcerns concerns;

    RecordFirstContactDelegate(Contacts contacts, Facts facts, UrgentConcerns concerns) {
        this.contacts = contacts;
        this.facts = facts;
        this.concerns = concerns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        Map<String, Object> said = facts.of(caseNumber, (String) execution.getVariable("releaseSubject"));
        String channel = "phone".equals(said.get("firstContactHow")) ? "phone" : "inPerson";
        contacts.made(caseNumber, "dayOne", channel, "kept", (String) said.get("firstContactNote"));
        if ("no".equals(said.get("safeNow"))) {
            concerns.raise(
                    caseNumber,
                    "other",
                    "urgent",
                    "communityWorker",
                    null,
                    "She was not safe at the first contact after release.");
        }
    }
}
