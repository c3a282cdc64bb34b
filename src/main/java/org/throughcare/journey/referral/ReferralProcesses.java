package org.throughcare.journey.referral;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.engine.AsApplication;
import org.throughcare.journey.CaseMessages;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.ReferralRuns;
import org.throughcare.referrals.ReferralTimes;

/** Starts and reaches the processes {@code referral} and {@code handover}. */
@Component
class ReferralProcesses implements ReferralRuns {

    private static final String CONSENT_WITHDRAWN = "ConsentWithdrawn";

    private final CaseMessages messages;
    private final ReferralTimes times;
    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<IdentityService> identity;
    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<FormService> forms;
    private final AsApplication asApplication;

    ReferralProcesses(
            CaseMessages messages,
            ReferralTimes times,
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<IdentityService> identity,
            ObjectProvider<TaskService> tasks,
            ObjectProvider<FormService> forms,
            AsApplication asApplication) {
        this.messages = messages;
        this.times = times;
        this.runtime = runtime;
        this.identity = identity;
        this.tasks = tasks;
        this.forms = forms;
        this.asApplication = asApplication;
    }

    @Override
    public String start(Referral referral) {
        return messages.start(
                "referral", referral.caseNumber(), ReferralCodes.of(referral, times.of(referral.urgency())));
    }

    @Override
    public void consentWithdrawn(Referral referral) {
        messages.sendTo(CONSENT_WITHDRAWN, referral.processInstance(), Map.of());
    }

    @Override
    public void handoverConsentWithdrawn(String caseNumber) {
        asApplication.run(() -> runtime.getObject()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey("handover")
                .list()
                .forEach(handover -> messages.sendTo(CONSENT_WITHDRAWN, handover.getId(), Map.of())));
    }

    @Override
    public boolean answer(Referral referral, Map<String, Object> answers) {
        Optional<Task> waiting = asApplication.call(() -> Optional.ofNullable(tasks.getObject()
                .createTaskQuery()
                .processInstanceId(referral.processInstance())
                .taskDefinitionKey("UserTask_AnswerReferral")
                .singleResult()));
        waiting.ifPresent(task -> forms.getObject().submitTaskForm(task.getId(), answers));
        return waiting.isPresent();
    }

    @Override
    public boolean providerHasAccount(String providerId) {
        return asApplication.call(() -> identity.getObject()
                        .createUserQuery()
                        .memberOfGroup("provider." + providerId)
                        .count()
                > 0);
    }
}
