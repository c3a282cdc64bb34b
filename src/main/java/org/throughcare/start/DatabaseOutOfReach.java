package org.throughcare.start;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the database could not be used at start. */
class DatabaseOutOfReach extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SQLException cause) {
        return DatabaseTrouble.of(cause)
                .map(trouble -> new FailureAnalysis(trouble.whatIsWrong(), trouble.whatToDo(), cause))
                .orElse(null);
    }
}
