package org.throughcare.journey.releaseday;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Journal;
import org.throughcare.journey.urgent.UrgentConcerns;

/** What was not done by the end of the next day is journalled and becomes an urgent concern for the community worker, so
 * that follow-up begins without delay (domain rule 12). */
@Component("handOnOutstandingDelegate")
@UsedInModels
class HandOnOutstandingDelegate implements JavaDelegate {

    private final Facts facts;
    private final Journal journal;
    private final UrgentConcerns concerns;

    HandOnOutstandingDelegate(Facts facts, Journal journal, UrgentConcerns concerns) {
        this.facts = facts;
        this.journal = journal;
        this.concerns = concerns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        Map<String, Object> done = facts.of(caseNumber, (String) execution.getVariable("releaseSubject"));
        List<String> open = new ArrayList<>();
        note(open, done, "firstContactHow", "first contact");
        note(open, done, "medicinesGiven", "medicines");
        note(open, done, "grantExplained", "papers, belongings and grant");
        note(open, done, "safePlaceTonight", "a safe place to sleep");
        if (Boolean.TRUE.equals(execution.getVariable("naloxoneNeeded"))) {
            note(open, done, "naloxoneGiven", "naloxone and the overdose message");
        }
        if ("no".equals(done.get("safePlaceTonight"))) {
            note(open, done, "placeFound", "a place found for the night");
        }
        if (open.isEmpty()) {
            return;
        }
        String list = String.join(", ", open);
        journal.write(
                caseNumber,
                "releaseDayOutstanding",
                "Still open at the end of the day after her release: " + list + ".",
                Map.of("open", open));
        concerns.raise(
                caseNumber, "other", "urgent", "communityWorker", null, "Still open after her release: " + list + ".");
    }

    private static void note(List<String> open, Map<String, Object> done, String answer, String what) {
        if (done.get(answer) == null) {
            open.add(what);
        }
    }
}
