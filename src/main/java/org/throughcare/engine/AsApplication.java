package org.throughcare.engine;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Runs work with the application's own rights, after the caller's rights were checked. The signed-in person stays the
 * author in the journal. Everything inside is one transaction of the engine and the record.
 */
@Component
public class AsApplication {

    private final ObjectProvider<ProcessEngineConfigurationImpl> configuration;

    AsApplication(ObjectProvider<ProcessEngineConfigurationImpl> configuration) {
        this.configuration = configuration;
    }

    /** Runs it and returns its result. */
    public <T> T call(Callable<T> work) {
        return configuration
                .getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(work));
    }

    /** Runs it. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
