package org.throughcare.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The application may not start like this. The message says what is wrong; never a secret. */
public class CannotStartException extends RuntimeException {

    private final String action;

    /** @param action what whoever runs it should do */
    public CannotStartException(String message, String action) {
        super(message);
        this.action = action;
    }

    /** Says it in two sentences instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<CannotStartException> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, CannotStartException cause) {
            return new FailureAnalysis(cause.getMessage(), cause.action, cause);
        }
    }
}
