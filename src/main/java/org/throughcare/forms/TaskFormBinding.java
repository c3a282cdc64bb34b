package org.throughcare.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.form.type.StringFormType;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.throughcare.casefile.Json;

/** Binds one user task's form to the record: values come from there, answers go there, codes go to the process. */
class TaskFormBinding implements TaskFormHandler {

    private final TaskFormHandler engineHandler;
    private final String form;
    private final String deploymentId;
    private final FormSchemas schemas;
    private final RecordForms forms;
    private final Json json;

    TaskFormBinding(
            TaskFormHandler engineHandler,
            String form,
            String deploymentId,
            FormSchemas schemas,
            RecordForms forms,
            Json json) {
        this.engineHandler = engineHandler;
        this.form = form;
        this.deploymentId = deploymentId;
        this.schemas = schemas;
        this.forms = forms;
        this.json = json;
    }

    @Override
    public void parseConfiguration(
            Element element, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        engineHandler.parseConfiguration(element, deployment, definition, parse);
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        TaskFormData data = engineHandler.createTaskForm(task);
        FormSchema schema = schemas.get(deploymentId, form);
        withoutAuthorization(() -> forms.show(schema, context(task))).forEach((key, value) -> {
            if (value != null || !schema.isList(key)) {
                data.getFormFields().add(field(key, value));
            }
        });
        return data;
    }

    private FormFieldImpl field(String key, Object value) {
        FormFieldImpl field = new FormFieldImpl();
        field.setId(key);
        field.setType(new StringFormType());
        boolean structured = value instanceof Map<?, ?> || value instanceof java.util.Collection<?>;
        field.setValue(structured ? SpinValues.jsonValue(json.write(value)).create() : Variables.untypedValue(value));
        return field;
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope scope) {
        TaskEntity task = (TaskEntity) scope;
        FormSchema schema = schemas.get(deploymentId, form);
        withoutAuthorization(() -> {
            FormContext context = context(task);
            Map<String, Object> accepted = forms.accept(schema, context, Answers.plain(submitted));
            forms.store(schema, context, accepted, task.getTaskDefinitionKey());
            keepCodes(schema, accepted, task.getExecution());
            return null;
        });
        Context.getCommandContext().getSession(FormSubmissions.class).accepted(task.getId());
    }

    private static void keepCodes(FormSchema schema, Map<String, Object> accepted, ExecutionEntity execution) {
        ExecutionEntity target = closestScopeOfCodes(execution);
        for (Field field : schema.fields()) {
            if (field.variable() && field.use() != Field.Use.READ) {
                target.setVariableLocal(field.key(), accepted.get(field.key()));
            }
        }
    }

    /** Codes of one branch of a multi-instance stay in that branch; all others belong to the process instance. */
    private static ExecutionEntity closestScopeOfCodes(ExecutionEntity execution) {
        ExecutionEntity candidate = execution;
        while (candidate.getParent() != null) {
            if (candidate.hasVariableLocal("loopCounter")) {
                return candidate;
            }
            candidate = candidate.getParent();
        }
        return candidate;
    }

    private static FormContext context(TaskEntity task) {
        Map<String, Object> codes = new LinkedHashMap<>(task.getVariables());
        return new FormContext(text(codes, "caseNumber"), text(codes, "site"), text(codes, "subject"), codes);
    }

    private static String text(Map<String, Object> codes, String name) {
        Object value = codes.get(name);
        return value == null ? "" : value.toString();
    }

    private static <T> T withoutAuthorization(java.util.concurrent.Callable<T> work) {
        return Context.getCommandContext().runWithoutAuthorization(work);
    }
}
