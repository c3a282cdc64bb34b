package org.throughcare.forms;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.access.CurrentStaff;
import org.throughcare.casefile.Json;

/** Binds every form of every model to the record while the model is read. */
@Component
class FormBindings extends AbstractBpmnParseListener {

    private final FormSchemas schemas;
    private final ObjectProvider<RecordForms> forms;
    private final ObjectProvider<StartForm> startForms;
    private final CurrentStaff staff;
    private final Json json;

    FormBindings(
            FormSchemas schemas,
            ObjectProvider<RecordForms> forms,
            ObjectProvider<StartForm> startForms,
            CurrentStaff staff,
            Json json) {
        this.schemas = schemas;
        this.forms = forms;
        this.startForms = startForms;
        this.staff = staff;
        this.json = json;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        String form = formOf(element);
        String deploymentId = deploymentOf(scope);
        if (form == null) {
            return;
        }
        task.setTaskFormHandler(
                new TaskFormBinding(task.getTaskFormHandler(), form, deploymentId, schemas, forms.getObject(), json));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, FormBindings::refuseWithoutForm);
    }

    private static void refuseWithoutForm(DelegateTask task) {
        if (!Context.getCommandContext().getSession(FormSubmissions.class).wasAccepted(task.getId())) {
            throw new BadUserRequestException(
                    "This task is completed by submitting its form. Open it in Tasklist, or use submit-form.");
        }
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        String form = formOf(element);
        if (form == null || !(scope instanceof ProcessDefinitionEntity definition)) {
            return;
        }
        definition.setStartFormHandler(new StartFormBinding(
                definition.getStartFormHandler(),
                form,
                definition.getDeploymentId(),
                schemas,
                forms.getObject(),
                () -> receiverOf(definition.getKey()),
                staff));
    }

    private StartForm receiverOf(String process) {
        Map<String, StartForm> receivers =
                startForms.stream().collect(Collectors.toMap(StartForm::process, Function.identity()));
        if (!receivers.containsKey(process)) {
            throw new IllegalStateException(
                    "The process " + process + " has a start form that nobody receives. Its known receivers: "
                            + List.copyOf(receivers.keySet()) + ".");
        }
        return receivers.get(process);
    }

    private static String formOf(Element element) {
        return element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef");
    }

    private static String deploymentOf(ScopeImpl scope) {
        return ((ProcessDefinitionEntity) scope.getProcessDefinition()).getDeploymentId();
    }
}
