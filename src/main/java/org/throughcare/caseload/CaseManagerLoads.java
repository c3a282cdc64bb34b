package org.throughcare.caseload;

import org.springframework.stereotype.Component;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;

/** The table of loads that a supervisor sees beside the choice. */
@Component
class CaseManagerLoads implements FormValueSource {

    private final Caseload caseload;

    CaseManagerLoads(Caseload caseload) {
        this.caseload = caseload;
    }

    @Override
    public String key() {
        return "caseManagerLoads";
    }

    @Override
    public Object value(FormContext context) {
        return caseload.loadsAt(context.site()).stream().map(LoadRows::row).toList();
    }
}
