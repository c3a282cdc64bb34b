package org.throughcare.start;

import java.util.Optional;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in which line a file with settings is no YAML; not what stands there, which may be a secret. */
class SettingsNotReadable extends AbstractFailureAnalyzer<MarkedYAMLException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, MarkedYAMLException cause) {
        String line = Optional.ofNullable(cause.getProblemMark())
                .map(Mark::getLine)
                .map(number -> " before or in line " + (number + 1))
                .orElse("");
        return new FailureAnalysis(
                "A file with settings (application.yaml) cannot be read: something is wrong%s.".formatted(line),
                "Look there for a bracket, a quote or a colon that is missing, and for lines that do not begin in the"
                        + " same column as their neighbours. Tabs are not allowed.",
                cause);
    }
}
