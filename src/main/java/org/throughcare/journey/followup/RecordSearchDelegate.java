package org.throughcare.journey.followup;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Contacts;
import org.throughcare.casefile.Facts;

/**
 * Notes an attempt to find her. A woman who was found is not counted as settled until somebody has looked at it with
 * her, so that the table steps her contacts up (domain rule 13).
 */
@Component("recordSearchDelegate")
@UsedInModels
class RecordSearchDelegate implements JavaDelegate {

    private final Contacts contacts;
    private final CaseFiles cases;
    private final Facts facts;
    private final FollowUpClock dates;
    private final FollowUpSettings settings;

    RecordSearchDelegate(
            Contacts contacts, CaseFiles cases, Facts facts, FollowUpClock dates, FollowUpSettings settings) {
        this.contacts = contacts;
        this.cases = cases;
        this.facts = facts;
        this.dates = dates;
        this.settings = settings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        String came = (String) execution.getVariable("searchOutcome");
        boolean found = !"notFound".equals(came);
        contacts.made(
                caseNumber,
                FollowUpContacts.SEARCH,
                "throughOthers",
                found ? "kept" : "missed",
                facts.text(caseNumber, "searchNote").orElse(null));
        if (found) {
            foundAgain(execution, caseNumber, came);
        } else {
            notFound(execution, caseNumber);
        }
    }

    private void foundAgain(DelegateExecution execution, String caseNumber, String came) {
        if ("found".equals(came)) {
            facts.put(caseNumber, Facts.CASE, Map.of("stable", "no"), "ServiceTask_RecordSearch");
        }
        execution.setVariable("contactOutcome", came);
        execution.setVariable("contactResult", "found".equals(came) ? "inTouch" : came);
        execution.setVariable("searchNext", "over");
    }

    private void notFound(DelegateExecution execution, String caseNumber) {
        int attempts = ((Number) execution.getVariable("searchAttempts")).intValue() + 1;
        boolean allMade = attempts >= settings.searchAttempts();
        execution.setVariable("searchAttempts", allMade ? 0 : attempts);
        execution.setVariable("contactResult", allMade ? "lost" : "outOfTouch");
        execution.setVariable("searchNext", allMade ? "review" : "again");
        execution.setVariable("nextAttemptAt", dates.nextSearchAttempt(cases.get(caseNumber)));
    }
}
