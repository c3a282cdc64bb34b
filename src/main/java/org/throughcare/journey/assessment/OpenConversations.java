package org.throughcare.journey.assessment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Facts;
import org.throughcare.engine.AsApplication;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;

/** Which conversations of an assessment are still open, and for which day the next visit is agreed with her. */
@Component
class OpenConversations implements FormValueSource {

    private final ObjectProvider<TaskService> tasks;
    private final AsApplication asApplication;
    private final Facts facts;

    OpenConversations(ObjectProvider<TaskService> tasks, AsApplication asApplication, Facts facts) {
        this.tasks = tasks;
        this.asApplication = asApplication;
        this.facts = facts;
    }

    @Override
    public String key() {
        return "openConversations";
    }

    @Override
    public Object value(FormContext context) {
        return of(context.caseNumber()).stream()
                .map(conversation -> Map.of(
                        "conversation",
                        conversation.label(),
                        "nextVisit",
                        facts.text(context.caseNumber(), conversation.nextVisit())
                                .orElse("Not agreed")))
                .toList();
    }

    /** Whether each open conversation has a next visit on that day or later. */
    boolean haveVisitAgreed(String caseNumber, LocalDate today) {
        return of(caseNumber).stream().allMatch(conversation -> facts.text(caseNumber, conversation.nextVisit())
                .map(LocalDate::parse)
                .filter(visit -> !visit.isBefore(today))
                .isPresent());
    }

    private List<Conversation> of(String caseNumber) {
        List<String> open = asApplication.call(
                () -> tasks.getObject().createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                        .map(Task::getTaskDefinitionKey)
                        .toList());
        return Arrays.stream(Conversation.values())
                .filter(conversation -> open.contains(conversation.task()))
                .toList();
    }
}
