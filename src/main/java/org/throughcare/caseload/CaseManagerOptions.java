package org.throughcare.caseload;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;

/** The case managers a supervisor may choose from, with their load. Whoever is not a woman is not among them, nor who has
 * the case already. */
@Component
class CaseManagerOptions implements FormValueSource {

    private final Caseload caseload;
    private final CaseFiles cases;

    CaseManagerOptions(Caseload caseload, CaseFiles cases) {
        this.caseload = caseload;
        this.cases = cases;
    }

    @Override
    public String key() {
        return "caseManagers";
    }

    @Override
    public Object value(FormContext context) {
        Optional<String> hers = cases.find(context.caseNumber()).flatMap(CaseFile::caseManagerIfAssigned);
        return caseload.loadsAt(context.site()).stream()
                .filter(load -> hers.filter(load.member().userId()::equals).isEmpty())
                .map(load -> Map.of(
                        "value", load.member().userId(), "label", load.member().displayName() + ": " + load.inWords()))
                .toList();
    }
}
