package org.throughcare.casefile;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughcare.access.CaseHead;
import org.throughcare.access.CaseRegister;

/** The record as the rules of access need it. */
@Component
class RegisterForAccess implements CaseRegister {

    private final CaseFiles cases;
    private final Journal journal;

    RegisterForAccess(CaseFiles cases, Journal journal) {
        this.cases = cases;
        this.journal = journal;
    }

    @Override
    public Optional<CaseHead> find(String caseNumber) {
        return cases.find(caseNumber).map(CaseFile::head);
    }

    @Override
    public void note(String caseNumber, String kind, String summary, Map<String, ?> details) {
        journal.write(caseNumber, kind, summary, details);
    }
}
