package org.throughcare.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.decisions.feel.TableFeel;

/** How the engine is closed and bound to the record. */
@Component
@Order(Ordering.DEFAULT_ORDER + 1)
class EngineSettings extends AbstractCamundaConfiguration {

    /** One person per id: letters, digits and the separators that user and group ids of an estate need. */
    private static final String ID_PATTERN = "[a-zA-Z0-9][a-zA-Z0-9._@-]*|camunda-admin";

    /**
     * A cut connection, or two late timers of one case that meet, are over in seconds; a database that is full or away
     * takes longer. Who still fails after forty minutes waits for a person.
     */
    private static final String PAUSES_AFTER_FAILURE = "PT15S,PT1M,PT10M,PT30M";

    private final ApplicationContext context;
    private final List<BpmnParseListener> parseListeners;
    private final List<SessionFactory> sessionFactories;
    private final List<DmnDecisionTableEvaluationListener> decisionListeners;
    private final HistoryCleanup historyCleanup;

    /** @param tables made before the engine looks for them */
    EngineSettings(
            FlywayMigrationInitializer tables,
            ApplicationContext context,
            List<BpmnParseListener> parseListeners,
            List<SessionFactory> sessionFactories,
            List<DmnDecisionTableEvaluationListener> decisionListeners,
            HistoryCleanup historyCleanup) {
        this.context = context;
        this.parseListeners = parseListeners;
        this.sessionFactories = sessionFactories;
        this.decisionListeners = decisionListeners;
        this.historyCleanup = historyCleanup;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        closeTheEngine(configuration);
        bindTheRecord(configuration);
        historyCleanup.setUp(configuration);
        configuration.setFailedJobRetryTimeCycle(PAUSES_AFTER_FAILURE);
        configuration.setEnsureJobDueDateNotNull(true);
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setCustomExceptionCodeProvider(new OurErrorCodes());
        configuration.setCustomPreCommandInterceptorsTxRequired(List.of(new NotesDatabaseTrouble()));
    }

    private void closeTheEngine(ProcessEngineConfigurationImpl configuration) {
        configuration.setAuthorizationEnabled(true);
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.setEnableScriptEngineLoadExternalResources(false);
        configuration.setEnableScriptEngineNashornCompatibility(false);
        configuration.setExpressionManager(new SafeExpressionManager(this::beansForModels));
        configuration.setUserResourceWhitelistPattern(ID_PATTERN);
        configuration.setGroupResourceWhitelistPattern(ID_PATTERN);
        configuration.setJavaSerializationFormatEnabled(false);
    }

    private void bindTheRecord(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryLevels(List.of(new CaseFlowHistory()));
        configuration.setHistory(CaseFlowHistory.NAME);
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(parseListeners));
        configuration.setCustomSessionFactories(new ArrayList<>(sessionFactories));
        DefaultDmnEngineConfiguration decisions =
                (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(new TableFeel());
        decisions.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(decisionListeners));
        configuration.setDmnEngineConfiguration(decisions);
    }

    private Map<String, Object> beansForModels() {
        return new HashMap<>(context.getBeansWithAnnotation(UsedInModels.class));
    }
}
