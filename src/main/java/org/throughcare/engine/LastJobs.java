package org.throughcare.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A node that is asked to stop takes no more jobs. What it has in hand it finishes; the rest is free for other nodes. */
@Component
class LastJobs {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    LastJobs(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    @EventListener(ContextClosedEvent.class)
    void takeNoMore() {
        engine.getObject().getJobExecutor().shutdown();
    }
}
