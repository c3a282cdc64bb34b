package org.throughcare.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the application did not start without an administrator, in place of a stack trace. */
class NoAdministratorAnalyzer extends AbstractFailureAnalyzer<FirstAdministrator.NoAdministratorException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, FirstAdministrator.NoAdministratorException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
