package org.throughcare.journey.messagetrouble;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.engine.AsApplication;
import org.throughcare.messages.MessageTroubles;
import org.throughcare.messages.Recipient;
import org.throughcare.time.WorkingCalendar;

/**
 * Messages that do not arrive, as tasks: one for each recipient whose address was refused, and one for all messages that
 * were given up, with an incident that Cockpit shows. While a task is open, further messages add no second one.
 */
@Component
class RunningMessageTroubles implements MessageTroubles {

    static final String RECIPIENT = "messageRecipientId";

    private static final String PROCESS = "messageTrouble";
    private static final String GIVEN_UP = "messages";
    private static final String INCIDENT = "messagesGivenUp";

    private final ObjectProvider<RuntimeService> runtime;
    private final AsApplication asApplication;
    private final WorkingCalendar calendar;

    RunningMessageTroubles(
            ObjectProvider<RuntimeService> runtime, AsApplication asApplication, WorkingCalendar calendar) {
        this.runtime = runtime;
        this.asApplication = asApplication;
        this.calendar = calendar;
    }

    @Override
    public void addressRefused(Optional<String> site, Recipient recipient) {
        begin(
                "recipient " + recipient.id(),
                site,
                Map.of("messageTrouble", "addressRefused", RECIPIENT, recipient.id()));
    }

    @Override
    public void givenUp(Optional<String> site) {
        begin(GIVEN_UP, site, Map.of("messageTrouble", "givenUp"))
                .ifPresent(instance -> asApplication.run(() -> runtime.getObject()
                        .createIncident(
                                INCIDENT,
                                instance.getId(),
                                PROCESS,
                                "Messages could not be sent for days. Administrators see them at /admin/messages.")));
    }

    private Optional<ProcessInstance> begin(String key, Optional<String> site, Map<String, Object> codes) {
        return asApplication.call(() -> isOpen(key)
                ? Optional.<ProcessInstance>empty()
                : Optional.of(runtime.getObject()
                        .createProcessInstanceByKey(PROCESS)
                        .businessKey(key)
                        .setVariables(codes)
                        .setVariable("site", site.orElseGet(calendar::anySite))
                        .execute()));
    }

    private boolean isOpen(String key) {
        return runtime.getObject()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .processInstanceBusinessKey(key)
                        .count()
                > 0;
    }
}
