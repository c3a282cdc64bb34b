package org.throughcare.journey.casemanagement;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Facts;
import org.throughcare.decisions.Decisions;

/**
 * Asks the table preparations and opens those tasks that were not opened in an earlier round. The variable
 * {@code preparationsAsked} keeps, separated by commas, what was opened.
 */
@Component("decidePreparationsDelegate")
@UsedInModels
class DecidePreparationsDelegate implements JavaDelegate {

    private final Decisions decisions;
    private final Facts facts;

    DecidePreparationsDelegate(Decisions decisions, Facts facts) {
        this.decisions = decisions;
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        Set<String> named = decisions.decide("preparations", caseNumber, execution.getVariables()).rows().stream()
                .map(row -> (String) row.get("preparation"))
                .collect(Collectors.toSet());
        Set<String> asked = asked(execution);
        Map<String, Object> known = facts.of(caseNumber);
        for (Preparation preparation : Preparation.values()) {
            boolean open = named.contains(preparation.name())
                    && !preparation.isSettled(known)
                    && asked.add(preparation.name());
            execution.setVariable(preparation.code(), open);
        }
        execution.setVariable("preparationsAsked", String.join(",", asked));
    }

    private static Set<String> asked(DelegateExecution execution) {
        Object earlier = execution.getVariable("preparationsAsked");
        return earlier == null
                ? new LinkedHashSet<>()
                : new LinkedHashSet<>(Arrays.asList(earlier.toString().split(",")));
    }
}
