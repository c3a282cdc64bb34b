package org.throughcare.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * What is asked for before a table is asked, and how its rules give their sources.
 *
 * @param inputs the names of its inputs
 * @param annotations by rule id
 */
record TableHead(String decision, List<String> inputs, Map<String, String> annotations) {

    static TableHead of(String decision, DmnModelInstance model) {
        Map<String, String> annotations = new LinkedHashMap<>();
        model.getModelElementsByType(Rule.class)
                .forEach(rule -> annotations.put(
                        rule.getId(),
                        rule.getDescription() == null
                                ? ""
                                : rule.getDescription().getTextContent()));
        List<String> inputs = model.getModelElementsByType(Input.class).stream()
                .map(input ->
                        input.getInputExpression().getText().getTextContent().strip())
                .toList();
        return new TableHead(decision, inputs, annotations);
    }

    Decided decided(int version, Map<String, Object> inputs, DmnDecisionTableEvaluationEvent heard) {
        List<MatchedRule> rules = new ArrayList<>();
        for (DmnEvaluatedDecisionRule rule : heard.getMatchingRules()) {
            rules.add(new MatchedRule(rule.getId(), annotations.getOrDefault(rule.getId(), ""), outputs(rule)));
        }
        return new Decided(decision, version, inputs, List.copyOf(rules));
    }

    private static Map<String, Object> outputs(DmnEvaluatedDecisionRule rule) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        rule.getOutputEntries()
                .values()
                .forEach(output ->
                        outputs.put(output.getOutputName(), output.getValue().getValue()));
        return outputs;
    }
}
