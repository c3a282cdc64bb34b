package org.throughcare.decisions.feel;

import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/**
 * A DMN engine for tables that nobody has approved yet. It knows FEEL and nothing else: as it comes, Camunda's evaluates
 * a cell in an expression or script language too, and such a cell can run any code.
 */
public final class FeelOnly {

    private FeelOnly() {}

    /** An engine that tells these listeners of each evaluation. */
    public static DmnEngine engine(DmnDecisionTableEvaluationListener... listeners) {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(new TableFeel());
        configuration.setElProvider(text -> {
            throw refused("an expression language");
        });
        configuration.setScriptEngineResolver(language -> {
            throw refused("the language " + language);
        });
        configuration.getCustomPostDecisionTableEvaluationListeners().addAll(List.of(listeners));
        return configuration.buildEngine();
    }

    private static DmnEngineException refused(String language) {
        return new DmnEngineException("A cell is written in " + language + ". Tables speak FEEL only.");
    }
}
