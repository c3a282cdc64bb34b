package org.throughcare.engine;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * When the engine's history is cleaned, from the configuration key {@code throughcare.history-cleanup}. Each process
 * goes by its own end and its model's time to live, so that a phase does not wait for a journey of many years.
 *
 * @param from beginning of the daily window as {@code HH:mmZ}; empty: nothing is cleaned
 * @param until its end, in the same form
 */
@ConfigurationProperties("throughcare.history-cleanup")
record HistoryCleanup(@DefaultValue("") String from, @DefaultValue("") String until) {

    void setUp(ProcessEngineConfigurationImpl configuration) {
        configuration.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        configuration.setHistoryCleanupStrategy(ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
        if (StringUtils.hasText(from)) {
            configuration.setHistoryCleanupBatchWindowStartTime(from);
            configuration.setHistoryCleanupBatchWindowEndTime(until);
        }
    }
}
