package org.throughcare.journey.admission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.Facts;

/**
 * Finds what care must begin now. Asked after reception and again after the second health screen; what was found the
 * first time is not begun twice ({@code careBegun} remembers it for this admission).
 */
@Component("findFirstCareDelegate")
@UsedInModels
class FindFirstCareDelegate implements JavaDelegate {

    private static final String BEGUN = "careBegun";

    private final Facts facts;

    FindFirstCareDelegate(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> known = facts.of((String) execution.getVariable("caseNumber"));
        List<String> begun = begun(execution);
        for (FirstCare care : FirstCare.values()) {
            boolean found = care.findings().stream().anyMatch(finding -> "yes".equals(known.get(finding)));
            boolean isNew = found && !begun.contains(care.code());
            execution.setVariable(care.code(), isNew);
            if (isNew) {
                begun.add(care.code());
            }
        }
        execution.setVariable(BEGUN, String.join(",", begun));
    }

    private static List<String> begun(DelegateExecution execution) {
        Object begun = execution.getVariable(BEGUN);
        return begun == null
                ? new ArrayList<>()
                : new ArrayList<>(Arrays.asList(begun.toString().split(",")));
    }
}
