package org.throughcare.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.decisions.Decided;
import org.throughcare.decisions.DecisionConsumer;
import org.throughcare.decisions.Decisions;

/**
 * Asks the table that the business rule task names in its extension property {@code decision}. A single result becomes
 * process variables (codes only, never the reason); several results go to the table's consumer, and their number
 * becomes {@code <decision>Count}.
 */
@Component("decideDelegate")
@UsedInModels
class DecideDelegate implements JavaDelegate {

    private final Decisions decisions;
    private final CaseFiles cases;
    private final Map<String, DecisionConsumer> consumers;

    DecideDelegate(Decisions decisions, CaseFiles cases, List<DecisionConsumer> consumers) {
        this.decisions = decisions;
        this.cases = cases;
        this.consumers = consumers.stream().collect(Collectors.toMap(DecisionConsumer::decision, Function.identity()));
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        String decision = property(execution.getBpmnModelElementInstance(), "decision");
        Decided decided = decisions.decide(decision, caseNumber, execution.getVariables());
        if (consumers.containsKey(decision)) {
            execution.setVariable(decision + "Count", decided.rules().size());
            consumers.get(decision).apply(caseNumber, decided, execution::setVariable);
            return;
        }
        Map<String, Object> codes = new LinkedHashMap<>(decided.only());
        codes.remove("reason");
        codes.forEach(execution::setVariable);
        if ("journeyTrack".equals(decision)) {
            cases.changeTrack(caseNumber, (String) codes.get("track"));
        }
    }

    private static String property(BaseElement element, String name) {
        return element
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaProperties.class)
                .singleResult()
                .getCamundaProperties()
                .stream()
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElseThrow();
    }
}
