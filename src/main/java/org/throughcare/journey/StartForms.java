package org.throughcare.journey;

import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sends in the start form of a process for the signed-in person, with her rights in the engine. */
@Component
public class StartForms {

    private final ObjectProvider<FormService> forms;
    private final ObjectProvider<RepositoryService> repository;

    StartForms(ObjectProvider<FormService> forms, ObjectProvider<RepositoryService> repository) {
        this.forms = forms;
        this.repository = repository;
    }

    /**
     * Starts the newest version of a process by its form.
     *
     * @param answers the form's fields
     * @throws org.throughcare.forms.RefusedAnswerException when an answer cannot be accepted; then nothing has begun
     */
    public void submit(String process, Map<String, Object> answers) {
        String definition = repository
                .getObject()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        forms.getObject().submitStartForm(definition, answers);
    }
}
