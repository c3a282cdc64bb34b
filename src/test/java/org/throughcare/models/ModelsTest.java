package org.throughcare.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.models.Models.all;
import static org.throughcare.models.Models.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.throughcare.ProcessTest;
import org.throughcare.access.UsedInModels;

/** What every model, form and table of this project keeps to. */
class ModelsTest extends ProcessTest {

    private static final Pattern ELEMENT_ID = Pattern.compile(
            "(UserTask|ServiceTask|SendTask|BusinessRuleTask|RuleTask|CallActivity|SubProcess|EventSubProcess|IntermediateCatchEvent|Gateway|StartEvent|EndEvent|BoundaryEvent"
                    + "|TimerEvent|MessageEvent|SignalEvent|LinkEvent|EscalationEvent|IntermediateEvent|Flow|ThrowEvent|CatchEvent)_[A-Z]\\w*");
    private static final Set<String> LABELS_TO_AVOID = Set.of("inmate", "offender", "client");
    private static final Set<String> OF_THE_CASE_PAGE = Set.of("changeConsent", "changeReleaseDate", "reassignCase");
    private static final Set<String> BREAKS_A_FORM = Set.of("filepicker", "documentPreview");

    @Autowired
    ApplicationContext context;

    @Test
    void aFileIsNamedAfterItsProcess() {
        for (File file : files("processes", ".bpmn")) {
            assertThat(Models.idOf(Bpmn.readModelFromFile(file)) + ".bpmn").isEqualTo(file.getName());
        }
    }

    @Test
    void everyProcessSaysWhatItIsForHowLongItsHistoryStaysAndItsVersion() {
        all(Process.class).forEach(process -> {
            assertThat(process.getDocumentations()).as(process.getId()).isNotEmpty();
            assertThat(process.getCamundaHistoryTimeToLiveString())
                    .as(process.getId())
                    .isNotBlank();
            assertThat(process.getCamundaVersionTag()).as(process.getId()).isNotBlank();
        });
    }

    @Test
    void everyActivityIsExplained() {
        List<String> unexplained = all(Activity.class)
                .filter(activity -> activity.getDocumentations().isEmpty())
                .map(BaseElement::getId)
                .toList();
        assertThat(unexplained).isEmpty();
    }

    @Test
    void everyElementHasAnIdThatSaysWhatItDoes() {
        List<String> odd = all(FlowElement.class)
                .map(FlowElement::getId)
                .filter(id -> !ELEMENT_ID.matcher(id).matches())
                .toList();
        assertThat(odd).isEmpty();
    }

    @Test
    void everyActivityAndEventHasANameInPlainWords() {
        all(FlowNode.class)
                .filter(node -> node instanceof Activity || node instanceof EndEvent || node instanceof StartEvent)
                .forEach(node -> {
                    assertThat(node.getName()).as(node.getId()).isNotBlank();
                    assertThat(LABELS_TO_AVOID)
                            .as(node.getName())
                            .noneMatch(word -> node.getName().toLowerCase().contains(word));
                });
    }

    @Test
    void everySplitAsksAQuestionAndHasADefault() {
        all(ExclusiveGateway.class)
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .forEach(gateway -> {
                    assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
                    assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
                    assertThat(gateway.getOutgoing())
                            .as(gateway.getId())
                            .allMatch(flow ->
                                    flow.getName() != null && !flow.getName().isBlank());
                });
    }

    @Test
    void noModelHoldsAScriptAClassOrAComputation() throws IOException {
        assertThat(all(ScriptTask.class)).isEmpty();
        for (File file : files("processes", ".bpmn")) {
            assertThat(Files.readString(file.toPath()))
                    .as(file.getName())
                    .doesNotContain(
                            "camunda:class=",
                            "camunda:script",
                            "camunda:connector",
                            "candidateGroups",
                            "camunda:resource");
        }
    }

    @Test
    void everyUserTaskHasAFormAndAServiceLevel() throws IOException {
        Set<String> forms = files("forms", ".form").stream()
                .map(file -> file.getName().replace(".form", ""))
                .collect(Collectors.toSet());
        Set<String> levels =
                Dmn.readModelFromFile(new File("dmn/serviceLevels.dmn"))
                        .getModelElementsByType(InputEntry.class)
                        .stream()
                        .map(entry -> entry.getText().getTextContent().replace("\"", ""))
                        .collect(Collectors.toSet());
        all(UserTask.class).forEach(task -> {
            assertThat(forms).as(task.getId()).contains(task.getCamundaFormRef());
            assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("deployment");
            assertThat(levels).contains(task.getId());
        });
        Set<String> tasks = all(UserTask.class).map(UserTask::getId).collect(Collectors.toSet());
        assertThat(levels).as("service levels of tasks that exist").isSubsetOf(tasks);
    }

    @Test
    void everyFormIsUsed() {
        Set<String> used = Stream.of(
                        all(UserTask.class).map(UserTask::getCamundaFormRef),
                        all(StartEvent.class).map(StartEvent::getCamundaFormRef),
                        OF_THE_CASE_PAGE.stream())
                .flatMap(refs -> refs)
                .filter(ref -> ref != null)
                .collect(Collectors.toSet());
        assertThat(files("forms", ".form").stream().map(file -> file.getName().replace(".form", "")))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyDecisionAndCalledProcessExists() {
        Set<String> tables = files("dmn", ".dmn").stream()
                .map(file -> file.getName().replace(".dmn", ""))
                .collect(Collectors.toSet());
        Set<String> processes = all(Process.class).map(Process::getId).collect(Collectors.toSet());
        all(BusinessRuleTask.class).forEach(task -> assertThat(tables).contains(decisionOf(task)));
        all(CallActivity.class).forEach(call -> assertThat(processes).contains(call.getCalledElement()));
    }

    private static String decisionOf(BusinessRuleTask task) {
        return task
                .getExtensionElements()
                .getChildElementsByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class)
                .stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "decision".equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError(task.getId() + " names no decision"));
    }

    @Test
    void messagesAreFactsThatHappened() {
        all(Message.class).forEach(message -> assertThat(message.getName())
                .as(message.getId())
                .matches("ReturnedToCustody|[A-Z]\\w+(ed|n)")
                .isEqualTo(message.getId().replace("Message_", "")));
    }

    @Test
    void expressionsNameOnlyCodesAndBeansThatModelsMayUse() throws IOException {
        Map<String, Object> beans = context.getBeansWithAnnotation(UsedInModels.class);
        Set<String> unknown = new TreeSet<>();
        for (File file : files("processes", ".bpmn")) {
            String model = Files.readString(file.toPath());
            Matcher delegates =
                    Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"").matcher(model);
            while (delegates.find()) {
                if (!beans.containsKey(delegates.group(1))) {
                    unknown.add(file.getName() + ": " + delegates.group(1));
                }
            }
            Matcher calls = Pattern.compile("\\$\\{\\s*(\\w+)\\.(\\w+)\\(").matcher(model);
            while (calls.find()) {
                if (!beans.containsKey(calls.group(1))) {
                    unknown.add(file.getName() + ": " + calls.group(1) + "." + calls.group(2));
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyFormKeepsToTheRules() {
        return files("forms", ".form").stream()
                .map(file -> DynamicTest.dynamicTest(file.getName(), () -> keepsToTheRules(file)));
    }

    private void keepsToTheRules(File file) throws IOException {
        JsonNode form = new ObjectMapper().readTree(file);
        assertThat(form.path("id").asText() + ".form").isEqualTo(file.getName());
        check(form.path("components"));
    }

    private void check(JsonNode components) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            assertThat(BREAKS_A_FORM).doesNotContain(type);
            if (component.path("properties").has("variable")) {
                assertThat(type)
                        .as("%s becomes a process variable", component.path("key"))
                        .isIn("radio", "select", "checkbox", "checklist", "taglist", "number", "datetime");
            }
            if ("textfield".equals(type) || "textarea".equals(type)) {
                assertThat(component.path("validate").has("maxLength"))
                        .as("%s says how long it may be", component.path("key"))
                        .isTrue();
            }
            if ("dynamiclist".equals(type)) {
                assertThat(component.path("disableCollapse").asBoolean()).isTrue();
            }
            check(component.path("components"));
        }
    }
}
