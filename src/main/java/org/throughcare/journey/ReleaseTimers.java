package org.throughcare.journey;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.engine.AsApplication;

/**
 * Timers that hang on the release date inside the phases. They are reckoned anew when the date moves (domain rule 6); the
 * journey's own release watch does so by its model.
 */
@Component
class ReleaseTimers {

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<ManagementService> management;
    private final AsApplication asApplication;

    ReleaseTimers(
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<ManagementService> management,
            AsApplication asApplication) {
        this.runtime = runtime;
        this.management = management;
        this.asApplication = asApplication;
    }

    /** Reckons the timers of the case's handover anew; spans that began with a step keep their beginning. */
    void rearm(String caseNumber) {
        asApplication.run(() -> runtime.getObject()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey("handover")
                .list()
                .forEach(handover -> management
                        .getObject()
                        .createJobQuery()
                        .timers()
                        .processInstanceId(handover.getId())
                        .list()
                        .forEach(timer -> management.getObject().recalculateJobDuedate(timer.getId(), true))));
    }
}
