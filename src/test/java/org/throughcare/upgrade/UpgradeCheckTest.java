package org.throughcare.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.ProcessTest;
import org.throughcare.start.CannotStartException;
import org.throughcare.upgrade.Outlook.Plan;

/** What a release finds out about the cases that run, before anything is changed. */
class UpgradeCheckTest extends ProcessTest {

    private static final String PHASE = "phaseOfTest";
    private static final String WAIT = "ReceiveTask_WaitForDate";
    private static final String OTHER = "ReceiveTask_WaitForDay";
    private static final Release NEXT = new Release("99.0.0");

    private static final UpgradePlans NO_PLAN = new UpgradePlans(Map.of());
    private static final UpgradePlans PLAN = plan("");

    @Autowired
    private RepositoryService repository;

    @Autowired
    private DataSource database;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void nothingIsLeft() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void whatHasNotChangedIsLeftAlone() {
        String model = waitingAt(PHASE, WAIT);
        runs(model, 2);

        Outlook outlook = outlook(model, NO_PLAN);

        assertThat(outlook.plan()).isEqualTo(Plan.UNCHANGED);
        assertThat(outlook.waiting()).containsEntry("Wait for the date", 2);
        assertThat(outlook.obstacles()).isEmpty();
    }

    @Test
    void aPhaseWithoutAPlanStaysWithItsVersion() {
        runs(waitingAt(PHASE, WAIT), 2);

        Outlook outlook = outlook(waitingAt(PHASE, OTHER), NO_PLAN);

        assertThat(outlook.plan()).isEqualTo(Plan.STAY);
        assertThat(outlook.staying()).isEqualTo(2);
        assertThat(outlook.obstacles()).isEmpty();
    }

    @Test
    void withAPlanWhatWaitsAtTheSameStepGoesAlong() {
        runs(waitingAt(PHASE, WAIT), 3);

        Outlook outlook = outlook(waitingAt(PHASE, WAIT, next -> next.manualTask("Task_More")), PLAN);

        assertThat(outlook.goAlong()).isEqualTo(3);
        assertThat(outlook.lines()).contains("      3 go on with the new version, where they are");
    }

    @Test
    void aRenamedStepGoesAlongByItsLineAndKeepsItsDay() {
        String renamed = waitingAt(PHASE, OTHER);
        UpgradePlans plan = plan(WAIT + "," + OTHER);
        ProcessInstance instance = runs(waitingAt(PHASE, WAIT), 1);
        Job before = timerOf(instance);

        assertThat(outlook(renamed, plan).goAlong()).isEqualTo(1);
        String to = deploy(renamed);
        // a timer that were reckoned anew would now fall later
        clock.freezeAt(START.plus(Duration.ofHours(1)));
        runtimeService
                .newMigration(new StepPlans(
                                repository,
                                runtimeService,
                                plan(WAIT + "," + OTHER + "\n" + "BoundaryEvent_" + WAIT + ",BoundaryEvent_" + OTHER))
                        .between(PHASE, instance.getProcessDefinitionId(), to))
                .processInstanceIds(instance.getId())
                .execute();

        assertThat(runtimeService.getActiveActivityIds(instance.getId())).containsExactly(OTHER);
        assertThat(timerOf(instance).getId()).isEqualTo(before.getId());
        assertThat(timerOf(instance).getDuedate()).isEqualTo(before.getDuedate());
    }

    @Test
    void inAPhaseWhatWaitsAtAStepThatIsGoneStaysAndTheOthersGo() {
        runs(waitingAt(PHASE, WAIT, next -> next.receiveTask(OTHER).message("ReleaseDateChanged")), 2);
        runtimeService
                .createExecutionQuery()
                .messageEventSubscriptionName("ReleaseDateChanged")
                .activityId(WAIT)
                .listPage(0, 1)
                .forEach(execution -> runtimeService.messageEventReceived("ReleaseDateChanged", execution.getId()));

        Outlook outlook = outlook(waitingAt(PHASE, OTHER), PLAN);

        assertThat(outlook.goAlong()).isEqualTo(1);
        assertThat(outlook.stuck()).isEqualTo(Map.of("Wait for the date", 1));
        assertThat(outlook.obstacles()).isEmpty();
    }

    @Test
    void aJourneyThatCannotGoAlongIsAnObstacleInPlainWords() {
        runs(waitingAt(UpgradePlans.JOURNEY, WAIT), 2);

        UpgradeReport report = report(waitingAt(UpgradePlans.JOURNEY, OTHER), NO_PLAN);

        assertThat(report.obstacles())
                .singleElement()
                .asString()
                .contains("2 of the process journey, version")
                .endsWith("cannot go on with the new version: 2 at \"Wait for the date\".");
        assertThat(report.verdict()).first().isEqualTo("It would not start:");
        assertThatThrownBy(report::refuseToStrand)
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("Throughcare 99.0.0 would strand cases. Nothing was changed.")
                .hasMessageContaining("2 at \"Wait for the date\"");
    }

    @Test
    void whatStaysAndNeedsAPartOfTheProgramThatIsGoneIsAnObstacle() {
        runs(
                waitingAt(PHASE, WAIT, next -> next.serviceTask("ServiceTask_Gone")
                        .camundaDelegateExpression("${goneDelegate}")),
                1);
        String brought = waitingAt(PHASE, WAIT);

        assertThat(outlook(brought, NO_PLAN).obstacles())
                .singleElement()
                .asString()
                .startsWith("1 of the process phaseOfTest would stay with version")
                .endsWith("needs what this release does not have: the program's part goneDelegate.");
        assertThat(outlook(brought, PLAN).obstacles()).as("taken along").isEmpty();
    }

    @Test
    void soIsACallThatThePartNoLongerTakes() {
        runs(
                waitingAt(PHASE, WAIT, next -> next.intermediateCatchEvent("CatchEvent_Later")
                        .timerWithDate("${timeLeft.until(respondBy, 'P1D', (1))}")),
                1);

        assertThat(outlook(waitingAt(PHASE, OTHER), NO_PLAN).missing())
                .containsExactly("the program's part timeLeft.until");
    }

    @Test
    void soAreFormsMessagesProcessesTablesAndServiceLevelsThatAreGone() {
        runs(
                waitingAt(PHASE, WAIT, next -> next.userTask("UserTask_Gone")
                        .camundaFormRef("goneForm")
                        .camundaFormRefBinding("latest")
                        .receiveTask("ReceiveTask_Gone")
                        .message("SomethingGone")
                        .callActivity("CallActivity_Gone")
                        .calledElement("goneProcess")
                        .serviceTask("ServiceTask_Gone")
                        .camundaDelegateExpression("${decideDelegate}")),
                1);

        assertThat(outlook(waitingAt(PHASE, OTHER), NO_PLAN).missing())
                .containsExactly(
                        "the form goneForm",
                        "the process goneProcess",
                        "the message SomethingGone",
                        "a line in serviceLevels for UserTask_Gone");
    }

    @Test
    void aPlanThatDoesNotFitTheModelsIsAnObstacle() {
        runs(waitingAt(PHASE, WAIT), 1);
        String brought = waitingAt(PHASE, OTHER, next -> next.manualTask("Task_NoPlaceToWait"));

        assertThat(outlook(brought, plan(WAIT + ",Task_NoPlaceToWait")).obstacles())
                .singleElement()
                .asString()
                .startsWith("The plan in upgrades/phaseOfTest.csv does not fit version");
    }

    @Test
    void anOlderReleaseMovesNothingAndSaysWhatItLacksOfTheNewerModels() {
        deploy(waitingAt(PHASE, WAIT, next -> next.serviceTask("ServiceTask_Newer")
                .camundaDelegateExpression("${newerDelegate}")));

        UpgradeReport report = UpgradeCheck.of(database, Map.of(), PLAN, new Release("0.0.1"));

        assertThat(report.isOvertaken()).isTrue();
        assertThat(report.obstacles()).singleElement().asString().contains("the program's part newerDelegate");
        assertThatThrownBy(report::refuseToStrand).isInstanceOf(CannotStartException.class);
    }

    @Test
    void linesAreFollowedOneAfterTheOther() {
        UpgradePlans plan = plan("UserTask_A,UserTask_B\nUserTask_B,UserTask_C\nUserTask_X,UserTask_Y");

        assertThat(plan.steps(PHASE, List.of("UserTask_A", "UserTask_X")::contains, List.of("UserTask_C")::contains))
                .isEqualTo(Map.of("UserTask_A", "UserTask_C"));
    }

    @Test
    void theModelsOfThisReleaseNameNothingThatItDoesNotHave() {
        Map<String, Model> packaged = Model.packaged();
        Supply supply = Supply.of(packaged, UpgradeCheck.stored(database));

        packaged.values().forEach(model -> assertThat(model.needs().missing(supply))
                .as(model.process())
                .isEmpty());
    }

    private static UpgradePlans plan(String lines) {
        return new UpgradePlans(Map.of(PHASE + ".csv", "from,to\n" + lines));
    }

    private static String waitingAt(String process, String step) {
        return waitingAt(process, step, UnaryOperator.identity());
    }

    private static String waitingAt(String process, String step, UnaryOperator<AbstractFlowNodeBuilder<?, ?>> goesOn) {
        AbstractFlowNodeBuilder<?, ?> waits = Bpmn.createExecutableProcess(process)
                .camundaHistoryTimeToLive(5)
                .startEvent()
                .receiveTask(step)
                .name(WAIT.equals(step) ? "Wait for the date" : "Wait for the day")
                .message("ReleaseDateChanged");
        return Bpmn.convertToString(goesOn.apply(waits)
                .endEvent("EndEvent_Over")
                .moveToActivity(step)
                .boundaryEvent("BoundaryEvent_" + step)
                .timerWithDuration("P7D")
                .endEvent("EndEvent_Late")
                .done());
    }

    private ProcessInstance runs(String model, int instances) {
        String definition = deploy(model);
        ProcessInstance last = null;
        for (int number = 0; number < instances; number++) {
            last = runtimeService.createProcessInstanceById(definition).execute();
        }
        return last;
    }

    private String deploy(String model) {
        var deployment =
                repository.createDeployment().addString("model.bpmn", model).deployWithResult();
        deployments.add(0, deployment.getId());
        return deployment.getDeployedProcessDefinitions().get(0).getId();
    }

    private Job timerOf(ProcessInstance instance) {
        return managementService
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    private Outlook outlook(String brought, UpgradePlans plans) {
        return report(brought, plans).outlooks().stream()
                .filter(outlook -> outlook.process().equals(PHASE))
                .findFirst()
                .orElseThrow();
    }

    private UpgradeReport report(String brought, UpgradePlans plans) {
        Model model = new Model(brought);
        return UpgradeCheck.of(database, Map.of(model.process(), model), plans, NEXT);
    }
}
