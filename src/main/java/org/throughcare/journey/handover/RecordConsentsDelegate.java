package org.throughcare.journey.handover;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Facts;
import org.throughcare.referrals.ConsentChanges;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.Handovers;

/** What she said before release about sharing goes into the register of consents, recipient by recipient. */
@Component("recordConsentsDelegate")
@UsedInModels
class RecordConsentsDelegate implements JavaDelegate {

    private final ConsentChanges changes;
    private final Facts facts;
    private final Handovers handovers;

    RecordConsentsDelegate(ConsentChanges changes, Facts facts, Handovers handovers) {
        this.changes = changes;
        this.facts = facts;
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        Map<String, Object> said = facts.of(caseNumber);
        String answer = (String) execution.getVariable("handoverConsent");
        if ("notAsked".equals(answer)) {
            handovers.notSent(caseNumber, "She has not been asked yet, so nothing goes to the community team.");
        } else {
            Set<String> kinds = new LinkedHashSet<>(List.of(ConsentKind.RELEASE_PLAN.code()));
            if ("given".equals(answer)) {
                kinds.addAll(codes(said.get("handoverConsentKinds")));
            }
            apply(
                    caseNumber,
                    Consents.COMMUNITY_TEAM,
                    kinds,
                    answer,
                    said.get("handoverConsentUntil"),
                    said.get("handoverConsentHow"));
        }
        rows(said.get("otherConsents"))
                .forEach(row -> apply(
                        caseNumber,
                        (String) row.get("recipient"),
                        codes(row.get("kinds")),
                        (String) row.get("consent"),
                        row.get("until"),
                        row.get("how")));
    }

    private void apply(
            String caseNumber, String recipient, Collection<String> kinds, String answer, Object until, Object how) {
        changes.apply(
                caseNumber,
                recipient,
                kinds.stream().map(ConsentKind::of).toList(),
                answer,
                Optional.ofNullable((String) until).map(LocalDate::parse),
                (String) how);
    }

    private static List<String> codes(Object list) {
        return list instanceof List<?> codes
                ? codes.stream().map(String::valueOf).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Object list) {
        return list instanceof List<?> rows ? (List<Map<String, Object>>) rows : List.of();
    }
}
