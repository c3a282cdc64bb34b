package org.throughcare.journey.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.ProcessTest;
import org.throughcare.access.ProviderDirectory;
import org.throughcare.forms.RefusedAnswerException;

/** An agreement with a trusted provider comes to its end. */
class AgreementsTest extends ProcessTest {

    private static final String PROVIDER = "northtownHousing";
    private static final LocalDate ENDS = LocalDate.of(2029, 3, 31);

    @Autowired
    Agreements agreements;

    @Autowired
    ProviderDirectory directory;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void nobodyIsToldYet() {
        runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(Agreements.PROCESS)
                .list()
                .forEach(running -> runtimeService.deleteProcessInstance(running.getId(), "test"));
        jdbc.sql("delete from agreement_end").update();
    }

    @Test
    void theTableSaysUntilWhenEachAgreementIsGood() {
        assertThat(directory.agreements()).containsEntry(PROVIDER, ENDS);
    }

    @Test
    void sixtyDaysBeforeTheEndAManagerIsAskedToRenewItOnce() {
        noonOf(ENDS.minusDays(61));
        agreements.look();
        assertThat(about(PROVIDER)).isEmpty();

        noonOf(ENDS.minusDays(60));
        agreements.look();
        agreements.look();

        assertThat(about(PROVIDER)).hasSize(1);
        assertThat(groupsOf(about(PROVIDER).get(0))).containsExactly("manager");
        assertThat(shown(about(PROVIDER).get(0)))
                .containsEntry("agreementProvider", "Northtown Housing Options")
                .containsEntry("agreementEnds", "2029-03-31");
    }

    @Test
    void oneThatHasLapsedUnseenIsAskedAboutToo() {
        noonOf(LocalDate.of(2026, 10, 1));

        agreements.look();

        assertThat(about("oldQuayHostel")).hasSize(1);
        assertThat(about(PROVIDER)).isEmpty();
    }

    @Test
    void aRenewedOneGoesToTheAnalystWithItsNewDay() {
        Task renewal = renewal();
        submit(renewal, Map.of("agreementAnswer", "renewed", "agreementRenewedUntil", "2032-02-29"));

        Task entry = about(PROVIDER).get(0);
        assertThat(entry.getTaskDefinitionKey()).isEqualTo("UserTask_EnterAgreement");
        assertThat(groupsOf(entry)).containsExactly("analyst");
        assertThat(shown(entry).get("agreementNewEnd").toString()).contains("2032-02-29");
        submit(entry, Map.of());

        assertThat(about(PROVIDER)).isEmpty();
        assertThat(jdbc.sql("select count(*) from journal_entry where kind = 'agreementSettled'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void oneThatIsNotRenewedEndsAndIsNotAskedAboutAgain() {
        submit(renewal(), Map.of("agreementAnswer", "ended", "agreementNote", "They close their doors."));
        assertThat(about(PROVIDER)).isEmpty();

        noonOf(ENDS.plusDays(60));
        agreements.look();

        assertThat(about(PROVIDER)).isEmpty();
    }

    @Test
    void renewedUntilADayThatIsOverIsRefused() {
        Task renewal = renewal();

        assertThatThrownBy(() ->
                        submit(renewal, Map.of("agreementAnswer", "renewed", "agreementRenewedUntil", "2029-01-31")))
                .isInstanceOf(RefusedAnswerException.class);

        assertThat(about(PROVIDER)).hasSize(1);
    }

    @Test
    void renewedWithoutADayIsRefused() {
        Task renewal = renewal();

        assertThatThrownBy(() -> submit(renewal, Map.of("agreementAnswer", "renewed")))
                .isInstanceOf(RefusedAnswerException.class);

        assertThat(about(PROVIDER)).hasSize(1);
    }

    private void noonOf(LocalDate day) {
        clock.freezeAt(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
    }

    private void submit(Task task, Map<String, Object> answers) {
        formService.submitTaskForm(task.getId(), new HashMap<>(answers));
    }

    private Map<String, Object> shown(Task task) {
        return formService.getTaskFormVariables(task.getId());
    }

    private Task renewal() {
        noonOf(ENDS.minusDays(30));
        agreements.look();
        return about(PROVIDER).get(0);
    }

    private List<Task> about(String provider) {
        return taskService
                .createTaskQuery()
                .processDefinitionKey(Agreements.PROCESS)
                .processVariableValueEquals("agreementWith", provider)
                .list();
    }
}
