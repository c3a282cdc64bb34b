package org.throughcare.journey.referral;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Facts;
import org.throughcare.engine.AsApplication;
import org.throughcare.journey.CaseMessages;
import org.throughcare.referrals.Handovers;
import org.throughcare.referrals.Recipients;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.ReferralRuns;
import org.throughcare.referrals.ReferralTimes;

/** Starts and reaches the processes {@code referral} and {@code handover}. */
@Component
class ReferralProcesses implements ReferralRuns {

    private static final String CONSENT_WITHDRAWN = "ConsentWithdrawn";
    private static final String HANDOVER = "handover";

    private final CaseMessages messages;
    private final ReferralTimes times;
    private final Handovers handovers;
    private final Recipients recipients;
    private final Facts facts;
    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<IdentityService> identity;
    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<FormService> forms;
    private final AsApplication asApplication;

    ReferralProcesses(
            CaseMessages messages,
            ReferralTimes times,
            Handovers handovers,
            Recipients recipients,
            Facts facts,
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<IdentityService> identity,
            ObjectProvider<TaskService> tasks,
            ObjectProvider<FormService> forms,
            AsApplication asApplication) {
        this.messages = messages;
        this.times = times;
        this.handovers = handovers;
        this.recipients = recipients;
        this.facts = facts;
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
    public void askToStop(Referral referral, String providerId) {
        Map<String, Object> codes = new HashMap<>(ReferralCodes.of(referral, times.of(referral.urgency())));
        codes.put("providerId", providerId);
        codes.put("subject", referral.subject() + ":" + providerId);
        facts.put(
                referral.caseNumber(),
                referral.subject() + ":" + providerId,
                Map.of(
                        "serviceName", referral.serviceName(),
                        "providerName", recipients.nameOf(referral.caseNumber(), providerId)),
                "askToStop");
        messages.startAt("referral", "ServiceTask_WithdrawReferral", referral.caseNumber(), codes);
    }

    @Override
    public void handoverConsentWithdrawn(String caseNumber) {
        boolean stopped = asApplication.call(() -> runtime
                        .getObject()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .processDefinitionKey(HANDOVER)
                        .list()
                        .stream()
                        .filter(handover -> messages.sendTo(CONSENT_WITHDRAWN, handover.getId(), Map.of()))
                        .count()
                > 0);
        if (!stopped && handovers.isOut(caseNumber)) {
            messages.startAt(HANDOVER, "ServiceTask_StopHandover", caseNumber, Map.of());
        }
    }

    @Override
    public void askCommunityTeamToStop(String caseNumber) {
        boolean asked = asApplication.call(() -> tasks.getObject()
                        .createTaskQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .taskDefinitionKey("UserTask_AskCommunityTeamToStop")
                        .count()
                > 0);
        if (!asked) {
            messages.startAt(HANDOVER, "UserTask_AskCommunityTeamToStop", caseNumber, Map.of());
        }
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
