package org.throughcare.forms;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.throughcare.access.CurrentStaff;

/** Binds one process's start form to the record: the case is found or opened, and the process gets its number. */
class StartFormBinding implements StartFormHandler {

    private final StartFormHandler engineHandler;
    private final String form;
    private final String deploymentId;
    private final FormSchemas schemas;
    private final RecordForms forms;
    private final Supplier<StartForm> receiver;
    private final CurrentStaff staff;

    StartFormBinding(
            StartFormHandler engineHandler,
            String form,
            String deploymentId,
            FormSchemas schemas,
            RecordForms forms,
            Supplier<StartForm> receiver,
            CurrentStaff staff) {
        this.engineHandler = engineHandler;
        this.form = form;
        this.deploymentId = deploymentId;
        this.schemas = schemas;
        this.forms = forms;
        this.receiver = receiver;
        this.staff = staff;
    }

    @Override
    public void parseConfiguration(
            Element element, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        engineHandler.parseConfiguration(element, deployment, definition, parse);
    }

    @Override
    public StartFormData createStartFormData(ProcessDefinitionEntity definition) {
        return engineHandler.createStartFormData(definition);
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope scope) {
        ExecutionEntity instance = (ExecutionEntity) scope;
        FormSchema schema = schemas.get(deploymentId, form);
        Context.getCommandContext().runWithoutAuthorization(() -> {
            Map<String, Object> answers =
                    forms.accept(schema, new FormContext("", "", "", Map.of()), Answers.plain(submitted));
            StartedCase started = receiver.get().receive(answers, staff.userId());
            String subject = String.valueOf(started.codes().getOrDefault("subject", ""));
            String site = String.valueOf(started.codes().getOrDefault("site", ""));
            forms.store(schema, new FormContext(started.caseNumber(), site, subject, Map.of()), answers, form);
            instance.setProcessBusinessKey(started.caseNumber());
            instance.setVariable("caseNumber", started.caseNumber());
            started.codes().forEach(instance::setVariable);
            return null;
        });
    }
}
