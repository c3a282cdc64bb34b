package org.throughcare.engine;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationListener;
import org.springframework.util.StringUtils;

/** Refuses to start without a database: nothing about a woman is ever kept in memory only. */
public class DatabaseSetting implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (!StringUtils.hasText(event.getEnvironment().getProperty("spring.datasource.url"))) {
            throw new MissingDatabaseException();
        }
    }

    static class MissingDatabaseException extends RuntimeException {

        MissingDatabaseException() {
            super("No database is set.");
        }
    }

    /** Says it in plain words instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<MissingDatabaseException> {

        @Override
        protected FailureAnalysis analyze(Throwable root, MissingDatabaseException cause) {
            return new FailureAnalysis(
                    "Throughcare does not know its database.",
                    "Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD, for example"
                            + " jdbc:postgresql://localhost:5432/throughcare, or jdbc:h2:file:./data/throughcare for one"
                            + " small site. To try Throughcare with sample cases, use mvn spring-boot:run.",
                    cause);
        }
    }
}
