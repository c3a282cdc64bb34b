package org.throughcare.caseload;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;

/** The load of the case manager whose supervision session it is: numbers, no woman. */
@Component
class SupervisedCaseload implements FormValueSource {

    private final Caseload caseload;

    SupervisedCaseload(Caseload caseload) {
        this.caseload = caseload;
    }

    @Override
    public String key() {
        return "supervisedCaseload";
    }

    @Override
    public Object value(FormContext context) {
        String person = (String) context.codes().get("supervisedPerson");
        return person == null ? List.of() : List.of(LoadRows.row(caseload.load(person)));
    }
}
