package org.throughcare.journey.casemanagement;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.caseload.StaffMember;
import org.throughcare.caseload.SupervisionRuns;
import org.throughcare.engine.AsApplication;
import org.throughcare.journey.CaseMessages;

/** Supervision as process instances, whose business key is the case manager's user id. */
@Component
class RunningSupervision implements SupervisionRuns {

    private static final String PROCESS = "supervision";

    private final ObjectProvider<RuntimeService> runtime;
    private final AsApplication asApplication;
    private final CaseMessages messages;

    RunningSupervision(ObjectProvider<RuntimeService> runtime, AsApplication asApplication, CaseMessages messages) {
        this.runtime = runtime;
        this.asApplication = asApplication;
        this.messages = messages;
    }

    @Override
    public boolean isRunning(String userId) {
        return asApplication.call(() -> runtime.getObject()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .processInstanceBusinessKey(userId)
                        .count()
                > 0);
    }

    @Override
    public Optional<Instant> nextOf(String userId) {
        return asApplication.call(() -> runtime
                .getObject()
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(userId)
                .list()
                .stream()
                .map(run -> runtime.getObject().getVariable(run.getId(), "sessionAt"))
                .filter(Objects::nonNull)
                .map(at -> Instant.parse(at.toString()))
                .findFirst());
    }

    @Override
    public void begin(StaffMember caseManager) {
        asApplication.run(() -> runtime.getObject()
                .startProcessInstanceByKey(
                        PROCESS,
                        caseManager.userId(),
                        Map.of(
                                "site", caseManager.site(),
                                "supervisedPerson", caseManager.userId(),
                                "personActive", true)));
    }

    @Override
    public void moveTo(String userId, String site) {
        messages.setCodes(userId, Map.of("site", site));
    }

    @Override
    public void end(String userId) {
        messages.setCodes(userId, Map.of("personActive", false));
    }
}
