package org.throughcare.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.throughcare.ProcessTest;

/** The server's gate for submitted forms, on a real task: what is refused leaves no trace and the task open. */
class FormGateTest extends ProcessTest {

    private static final String TASK = "UserTask_ReceiveAfterTransfer";

    @Test
    void answersGoToTheRecordAndNoneBecomesAProcessVariable() {
        String caseNumber = aWomanBeingReceived();

        submit(caseNumber, TASK, answers());

        assertThat(openTasks(caseNumber)).isEmpty();
        assertThat(facts.of(caseNumber)).containsEntry("transferNote", "Her sister has the medicines.");
        assertThat(journalOf(caseNumber, "formSubmitted")).hasSize(1);
        assertThat(historyService.createHistoricVariableInstanceQuery().count()).isZero();
    }

    @Test
    void anUnknownFieldIsRefused() {
        refused(with("homeAddress", "1 Hidden Street"), "homeAddress");
    }

    @Test
    void aMissingRequiredAnswerIsRefused() {
        refused(with("urgentAfterTransfer", null), "urgentAfterTransfer");
        refused(with("urgentAfterTransfer", "  "), "urgentAfterTransfer");
    }

    @Test
    void anAnswerThatIsNotOnTheListIsRefused() {
        refused(with("urgentAfterTransfer", "perhaps"), "urgentAfterTransfer");
        refused(with("cameWithHer", List.of("medicines", "weapons")), "cameWithHer");
        refused(with("cameWithHer", List.of("medicines", "medicines")), "cameWithHer");
    }

    @Test
    void anAnswerOfTheWrongTypeIsRefused() {
        refused(with("transferNote", 7), "transferNote");
        refused(with("cameWithHer", "medicines"), "cameWithHer");
        refused(with("urgentAfterTransfer", true), "urgentAfterTransfer");
        refused(with("transferNote", new byte[] {1}), "transferNote");
    }

    @Test
    void aTextThatIsTooLongOrUnreadableIsRefused() {
        refused(with("transferNote", "x".repeat(2001)), "transferNote");
        refused(with("transferNote", "a" + (char) 0), "transferNote");
    }

    @Test
    void aRefusalNeverRepeatsWhatWasSaid() {
        String caseNumber = aWomanBeingReceived();

        assertThatThrownBy(() -> submit(caseNumber, TASK, with("urgentAfterTransfer", "secret canary")))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void aTaskCannotBeCompletedAroundItsForm() {
        String caseNumber = aWomanBeingReceived();
        String taskId = task(caseNumber, TASK).getId();

        assertThatThrownBy(() -> taskService.complete(taskId))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("form");
        assertThatThrownBy(() -> taskService.complete(taskId, Map.of("homeAddress", "1 Hidden Street")))
                .isInstanceOf(ProcessEngineException.class);
        assertThat(openTasks(caseNumber)).containsExactly(TASK);
    }

    @Test
    void aFormShowsWhatTheRecordHoldsAndOccasionsStartEmpty() {
        String caseNumber = aWomanBeingReceived();
        facts.put(caseNumber, "", Map.of("transferNote", "from an earlier transfer"), "test");

        VariableMap shown =
                formService.getTaskFormVariables(task(caseNumber, TASK).getId());

        assertThat(shown).containsKey("transferNote");
        assertThat(shown.get("transferNote")).isNull();
    }

    @Test
    void listsComeAsJsonFromTheBrowser() {
        String caseNumber = aWomanBeingReceived();
        Map<String, Object> answers = answers();
        answers.put(
                "cameWithHer",
                org.camunda.spin.plugin.variable.SpinValues.jsonValue("[\"medicines\",\"property\"]")
                        .create());

        submit(caseNumber, TASK, answers);

        assertThat(facts.of(caseNumber)).containsEntry("cameWithHer", List.of("medicines", "property"));
    }

    private void refused(Map<String, Object> answers, String field) {
        String caseNumber = aWomanBeingReceived();
        int lines = journal.of(caseNumber).size();

        assertThatThrownBy(() -> submit(caseNumber, TASK, answers))
                .isInstanceOfSatisfying(RefusedAnswerException.class, refusal -> assertThat(refusal.field())
                        .isEqualTo(field));

        assertThat(openTasks(caseNumber)).containsExactly(TASK);
        assertThat(facts.of(caseNumber)).isEmpty();
        assertThat(journal.of(caseNumber)).hasSize(lines);
    }

    private static Map<String, Object> answers() {
        return new HashMap<>(Map.of(
                "cameWithHer", List.of("medicines"),
                "urgentAfterTransfer", "no",
                "transferNote", "Her sister has the medicines."));
    }

    private static Map<String, Object> with(String field, Object answer) {
        Map<String, Object> answers = answers();
        answers.put(field, answer);
        return answers;
    }

    private String aWomanBeingReceived() {
        String caseNumber = aWoman().admitted();
        runtimeService
                .createProcessInstanceByKey("journey")
                .businessKey(caseNumber)
                .setVariables(Variables.createVariables()
                        .putValue("caseNumber", caseNumber)
                        .putValue("site", "north"))
                .startBeforeActivity(TASK)
                .execute();
        return caseNumber;
    }
}
