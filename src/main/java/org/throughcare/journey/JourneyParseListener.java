package org.throughcare.journey;

import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFiles;

/** What holds for every model: tasks get their group and due date, and the record knows which phase a case is in. */
@Component
class JourneyParseListener extends AbstractBpmnParseListener {

    private final ObjectProvider<TaskAssignment> assignment;
    private final ObjectProvider<TaskNews> news;
    private final ObjectProvider<CaseFiles> cases;

    JourneyParseListener(
            ObjectProvider<TaskAssignment> assignment, ObjectProvider<TaskNews> news, ObjectProvider<CaseFiles> cases) {
        this.assignment = assignment;
        this.news = news;
        this.cases = cases;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_CREATE,
                asApplication(task -> assignment.getObject().notify(task)));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, asApplication(task -> news.getObject()
                .created(task)));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, asApplication(task -> news.getObject()
                .assigned(task)));
    }

    private static TaskListener asApplication(Consumer<DelegateTask> work) {
        return task -> Context.getCommandContext().runWithoutAuthorization(() -> {
            work.accept(task);
            return null;
        });
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        if (CaseFiles.PHASES.contains(definition.getKey())) {
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::enterPhase);
        }
    }

    private void enterPhase(DelegateExecution execution) {
        String phase =
                ((ProcessDefinitionEntity) Context.getBpmnExecutionContext().getProcessDefinition()).getKey();
        cases.getObject().enterPhase((String) execution.getVariable("caseNumber"), phase);
    }
}
