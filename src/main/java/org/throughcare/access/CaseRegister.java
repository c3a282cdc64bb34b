package org.throughcare.access;

import java.util.Map;
import java.util.Optional;

/** What access needs of the record. */
public interface CaseRegister {

    /** The case with that number, if there is one. */
    Optional<CaseHead> find(String caseNumber);

    /** Adds a line to the case's journal. */
    void note(String caseNumber, String kind, String summary, Map<String, ?> details);
}
