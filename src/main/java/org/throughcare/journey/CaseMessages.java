package org.throughcare.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.engine.AsApplication;

/** Talks to the running processes of one case: messages, codes that all of them carry, and new processes. */
@Component
public class CaseMessages {

    private final ObjectProvider<RuntimeService> runtime;
    private final AsApplication asApplication;
    private final CaseFiles cases;
    private final ReleaseTimers releaseTimers;

    CaseMessages(
            ObjectProvider<RuntimeService> runtime,
            AsApplication asApplication,
            CaseFiles cases,
            ReleaseTimers releaseTimers) {
        this.runtime = runtime;
        this.asApplication = asApplication;
        this.cases = cases;
        this.releaseTimers = releaseTimers;
    }

    /**
     * Delivers a message to whichever process of the case waits for it.
     *
     * @param codes become variables of the receiving process
     * @return false when nothing waits for it now
     */
    public boolean send(String message, String caseNumber, Map<String, Object> codes) {
        return asApplication.call(() -> {
            List<Execution> waiting = runtime.getObject()
                    .createExecutionQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .messageEventSubscriptionName(message)
                    .list();
            waiting.forEach(execution -> runtime.getObject().messageEventReceived(message, execution.getId(), codes));
            return !waiting.isEmpty();
        });
    }

    /** Whether a process of the case waits for that message. */
    public boolean isAwaited(String message, String caseNumber) {
        return asApplication.call(() -> runtime.getObject()
                        .createExecutionQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .messageEventSubscriptionName(message)
                        .count()
                > 0);
    }

    /** Whether that phase of her journey runs now. */
    public boolean isRunning(String process, String caseNumber) {
        return asApplication.call(() -> runtime
                .getObject()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(process)
                .list()
                .stream()
                .anyMatch(instance -> !instance.getRootProcessInstanceId().equals(instance.getId())));
    }

    /** Delivers a message to one process instance; false when it does not wait for it. */
    public boolean sendTo(String message, String processInstanceId, Map<String, Object> codes) {
        return asApplication.call(() -> {
            List<EventSubscription> waiting = runtime.getObject()
                    .createEventSubscriptionQuery()
                    .processInstanceId(processInstanceId)
                    .eventType("message")
                    .eventName(message)
                    .list();
            waiting.forEach(subscription ->
                    runtime.getObject().messageEventReceived(message, subscription.getExecutionId(), codes));
            return !waiting.isEmpty();
        });
    }

    /**
     * Changes codes in every running process of the case. A null value says that it is unknown. With a new release date,
     * the timers that hang on it are reckoned anew.
     */
    public void setCodes(String caseNumber, Map<String, Object> codes) {
        asApplication.run(() ->
                runtime.getObject().createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                        .filter(CaseMessages::isAlive)
                        .forEach(instance -> runtime.getObject().setVariables(instance.getId(), codes)));
        if (codes.containsKey("releaseDate")) {
            releaseTimers.rearm(caseNumber);
        }
    }

    /** An instance that ends in this very transaction is still found, but takes no codes any more. */
    private static boolean isAlive(ProcessInstance instance) {
        return !(instance instanceof ExecutionEntity execution) || execution.isScope();
    }

    /** Starts a process for the case, with the codes that every process of a case carries; returns its instance id. */
    public String start(String process, String caseNumber, Map<String, Object> codes) {
        return asApplication.call(() -> {
            Map<String, Object> variables = standardCodes(cases.get(caseNumber));
            variables.putAll(codes);
            ProcessInstance instance = runtime.getObject().startProcessInstanceByKey(process, caseNumber, variables);
            return instance.getId();
        });
    }

    /**
     * Starts a process for the case in the middle, at that activity, with the codes that every process of a case carries:
     * for what is left to do after the process itself has ended.
     */
    public void startAt(String process, String activity, String caseNumber, Map<String, Object> codes) {
        asApplication.run(() -> {
            Map<String, Object> variables = standardCodes(cases.get(caseNumber));
            variables.putAll(codes);
            runtime.getObject()
                    .createProcessInstanceByKey(process)
                    .businessKey(caseNumber)
                    .setVariables(variables)
                    .startBeforeActivity(activity)
                    .execute();
        });
    }

    /** Ends the instances of one process that run for the case, as when it is closed. */
    public void stop(String caseNumber, String process, String reason) {
        asApplication.run(() -> runtime.getObject()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(process)
                .list()
                .forEach(instance -> runtime.getObject().deleteProcessInstance(instance.getId(), reason)));
    }

    /** Case number, site, track, case manager and release date, as codes. */
    public static Map<String, Object> standardCodes(CaseFile file) {
        Map<String, Object> codes = new LinkedHashMap<>();
        codes.put("caseNumber", file.caseNumber());
        codes.put("site", file.site());
        codes.put("track", file.track());
        codes.put("caseManager", file.caseManager());
        codes.put("releaseDate", file.releaseDateIfKnown().map(Object::toString).orElse(null));
        return codes;
    }
}
