package org.throughcare.caseload;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;

/** The case managers a supervisor may choose from, with their load. Whoever is not a woman is not among them. */
@Component
class CaseManagerOptions implements FormValueSource {

    private final Caseload caseload;

    CaseManagerOptions(Caseload caseload) {
        this.caseload = caseload;
    }

    @Override
    public String key() {
        return "caseManagers";
    }

    @Override
    public Object value(FormContext context) {
        return caseload.loadsAt(context.site()).stream()
                .map(load -> Map.of(
                        "value", load.member().userId(), "label", load.member().displayName() + ": " + load.inWords()))
                .toList();
    }
}
