package org.throughcare.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.access.BrokenGlass;
import org.throughcare.casefile.CaseFile;
import org.throughcare.erasure.ErasedWithCase;

/** The processes of a case, running and ended, with their tasks, jobs, variables, comments, attachments and logs. */
@Component
class ErasedFromEngine implements ErasedWithCase {

    /** A review of an emergency access is about the reader; it names the emergency, and not the case. */
    private static final String EMERGENCY = "emergencyId";

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<HistoryService> history;
    private final BrokenGlass glass;
    private final AsApplication asApplication;

    ErasedFromEngine(
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<HistoryService> history,
            BrokenGlass glass,
            AsApplication asApplication) {
        this.runtime = runtime;
        this.history = history;
        this.glass = glass;
        this.asApplication = asApplication;
    }

    @Override
    public String what() {
        return "processes";
    }

    @Override
    public int erase(CaseFile file) {
        return asApplication.call(() -> {
            Set<String> instances = instancesOf(file.caseNumber());
            endRunning(file.caseNumber());
            instances.forEach(this::eraseHistory);
            return instances.size();
        });
    }

    private void endRunning(String caseNumber) {
        end(runtime.getObject().createProcessInstanceQuery().processInstanceBusinessKey(caseNumber));
        glass.of(caseNumber)
                .forEach(emergency -> end(
                        runtime.getObject().createProcessInstanceQuery().variableValueEquals(EMERGENCY, emergency)));
    }

    private void end(ProcessInstanceQuery running) {
        running.rootProcessInstances().list().forEach(instance -> runtime.getObject()
                .deleteProcessInstance(instance.getId(), "The case is erased.", true, true, true, false));
    }

    /** Those that carry the number, and what they called: history keeps no cascade from caller to called. */
    private Set<String> instancesOf(String caseNumber) {
        Set<String> found = new LinkedHashSet<>();
        history.getObject()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .forEach(instance -> addWithCalled(instance, found));
        return found;
    }

    private void addWithCalled(HistoricProcessInstance instance, Set<String> found) {
        if (found.add(instance.getId())) {
            history.getObject()
                    .createHistoricProcessInstanceQuery()
                    .superProcessInstanceId(instance.getId())
                    .list()
                    .forEach(called -> addWithCalled(called, found));
        }
    }

    private void eraseHistory(String instanceId) {
        history.getObject()
                .createUserOperationLogQuery()
                .processInstanceId(instanceId)
                .list()
                .forEach(entry -> history.getObject().deleteUserOperationLogEntry(entry.getId()));
        history.getObject().deleteHistoricProcessInstanceIfExists(instanceId);
    }
}
