package org.throughcare.caseload;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.HeldRecords;

/** Who carried her case. */
@Component
class AssignmentsHeld implements HeldRecords {

    static final String CASE_MANAGER = "Case manager";

    private final Assignments assignments;

    AssignmentsHeld(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public String name() {
        return "caseManagers";
    }

    @Override
    public String title() {
        return "Your case managers";
    }

    @Override
    public List<Held> of(String caseNumber) {
        return assignments.of(caseNumber);
    }
}
