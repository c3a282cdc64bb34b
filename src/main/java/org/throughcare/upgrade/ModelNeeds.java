package org.throughcare.upgrade;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * What a model names and does not hold itself.
 *
 * @param beans by the names under which expressions call them
 * @param calls methods with the number of their arguments, as {@code bean.method/2}
 * @param forms that are not deployed together with the model
 */
record ModelNeeds(
        Set<String> beans,
        Set<String> calls,
        Set<String> forms,
        Set<String> processes,
        Set<String> decisions,
        Set<String> messages,
        Set<String> tasks) {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern BEAN_ALONE = Pattern.compile("\\s*(\\w+(?:Delegate|Listener))\\s*");
    private static final Pattern CALL = Pattern.compile("\\b([a-z]\\w*)\\.(\\w+)\\(");
    private static final Set<String> OF_THE_ENGINE = Set.of("execution", "task");

    static ModelNeeds of(BpmnModelInstance model, String text) {
        Set<String> beans = new TreeSet<>();
        Set<String> calls = new TreeSet<>();
        Matcher delegates =
                Pattern.compile("delegateExpression=\"[$#]\\{\\s*(\\w+)\\s*}\"").matcher(text);
        while (delegates.find()) {
            beans.add(delegates.group(1));
        }
        Matcher expressions = EXPRESSION.matcher(text);
        while (expressions.find()) {
            read(expressions.group(1), beans, calls);
        }
        return new ModelNeeds(
                beans,
                calls,
                names(model.getModelElementsByType(UserTask.class).stream()
                        .filter(task -> task.getCamundaFormRef() != null
                                && !"deployment".equals(task.getCamundaFormRefBinding()))
                        .map(UserTask::getCamundaFormRef)),
                names(model.getModelElementsByType(CallActivity.class).stream().map(CallActivity::getCalledElement)),
                names(model.getModelElementsByType(CamundaProperty.class).stream()
                        .filter(property -> "decision".equals(property.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue)),
                names(model.getModelElementsByType(Message.class).stream().map(Message::getName)),
                names(model.getModelElementsByType(UserTask.class).stream().map(UserTask::getId)));
    }

    private static void read(String expression, Set<String> beans, Set<String> calls) {
        Matcher alone = BEAN_ALONE.matcher(expression);
        if (alone.matches()) {
            beans.add(alone.group(1));
        }
        Matcher call = CALL.matcher(expression);
        while (call.find()) {
            if (!OF_THE_ENGINE.contains(call.group(1))) {
                beans.add(call.group(1));
                calls.add(call.group(1) + "." + call.group(2) + "/" + arguments(expression.substring(call.end())));
            }
        }
    }

    /** How many arguments stand before the bracket that closes the call. */
    private static int arguments(String rest) {
        int depth = 0;
        int commas = 0;
        for (int at = 0; at < rest.length(); at++) {
            char sign = rest.charAt(at);
            if (sign == '(') {
                depth++;
            } else if (sign == ')' && depth-- == 0) {
                return rest.substring(0, at).isBlank() ? 0 : commas + 1;
            } else if (sign == ',' && depth == 0) {
                commas++;
            }
        }
        return commas + 1;
    }

    private static Set<String> names(Stream<String> names) {
        return new TreeSet<>(
                names.filter(name -> name != null && !name.contains("${")).toList());
    }

    /** What of it is not there, in words. */
    Set<String> missing(Supply supply) {
        Set<String> missing = missingCode(supply);
        Stream.of(
                        new Named("the form ", forms, supply.forms()),
                        new Named("the process ", processes, supply.processes()),
                        new Named("the decision table ", decisions, supply.decisions()),
                        new Named("the message ", messages, supply.messages()),
                        new Named("a line in serviceLevels for ", tasks, supply.tasksWithLevel()))
                .forEach(named -> named.missing(missing));
        return missing;
    }

    /** Which parts of the program that it calls are not there, in words. */
    Set<String> missingCode(Supply supply) {
        Set<String> missing = new LinkedHashSet<>();
        beans.stream()
                .filter(bean -> !supply.beans().contains(bean))
                .forEach(bean -> missing.add("the program's part " + bean));
        calls.stream()
                .filter(call -> supply.beans().contains(call.substring(0, call.indexOf('.'))))
                .filter(call -> !supply.calls().contains(call))
                .forEach(call -> missing.add("the program's part " + call.substring(0, call.indexOf('/'))));
        return missing;
    }

    private record Named(String words, Set<String> wanted, Set<String> there) {

        void missing(Set<String> missing) {
            wanted.stream().filter(name -> !there.contains(name)).forEach(name -> missing.add(words + name));
        }
    }
}
