package org.throughcare.journey.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.AWoman;
import org.throughcare.ProcessTest;
import org.throughcare.casefile.Need;
import org.throughcare.casefile.Needs;
import org.throughcare.casefile.Objective;
import org.throughcare.casefile.Objectives;
import org.throughcare.forms.RefusedAnswerException;

/** Needs, the lynch-pin need chosen with her, and a plan that she has seen (study 001: Sophie, Jane, Ashley). */
class AssessmentTest extends ProcessTest {

    private static final String HOME = "UserTask_AssessHomeAndWork";
    private static final String HEALTH = "UserTask_AssessHealth";
    private static final String DRUGS = "UserTask_AssessDrugsAndAlcohol";
    private static final String FAMILY = "UserTask_AssessFamilyAndSafety";
    private static final String HERSELF = "UserTask_AssessHerselfAndStrengths";
    private static final String CHOOSE = "UserTask_ChooseLynchPinNeed";
    private static final String PLAN = "UserTask_PlanObjectives";
    private static final String REVIEW = "UserTask_ReviewComplexPlan";
    private static final String SHOW = "UserTask_ShowHerThePlan";
    private static final String LOOK = "UserTask_LookAtAssessment";

    @Autowired
    Needs needs;

    @Autowired
    Objectives objectives;

    private String her;

    private void begins(AWoman woman) {
        her = woman.admitted();
        start("assessment", her);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static LocalDate dueOn(Task task) {
        return LocalDate.ofInstant(task.getDueDate().toInstant(), ZoneOffset.UTC);
    }

    private void says(String taskId, Map<String, Object> answers, String talk) {
        Map<String, Object> all = new HashMap<>(answers);
        all.put(talk, "complete");
        submit(her, taskId, all);
    }

    private void tellsOfHerNeeds() {
        says(HOME, Map.of("needAccommodation", "high", "needFinance", "none", "statusLegal", "declined"), "homeTalk");
        says(HEALTH, Map.of("needMentalHealth", "high", "sideMentalHealth", "both"), "healthTalk");
        says(DRUGS, Map.of("needDrugsAlcohol", "medium"), "drugsTalk");
        says(FAMILY, Map.of("needFamily", "low"), "familyTalk");
        says(HERSELF, Map.of("strengths", "She sings."), "herselfTalk");
    }

    private void chooses(String lynchPin, String complexity) {
        submit(
                her,
                CHOOSE,
                Map.of(
                        "lynchPinChoice", "chosen",
                        "lynchPinNeed", lynchPin,
                        "firstDisclosedNeed", "drugsAlcohol",
                        "lynchPinNamedBy", "her",
                        "lynchPinInHerWords", "Since my mother died nothing has held me.",
                        "complexityOfNeed", complexity));
    }

    private void plans(String description) {
        submit(
                her,
                PLAN,
                Map.of(
                        "objectives",
                        List.of(Map.of("description", description, "pathway", "mentalHealth", "side", "both"))));
    }

    private void answersThePlan(String agreement) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("planSeenOn", today().toString());
        answers.put("herAgreement", agreement);
        if (agreement.equals("agreedWithChanges")) {
            answers.put("herChanges", "Grief first, please.");
        }
        submit(her, SHOW, answers);
    }

    private Need need(String pathway) {
        return needs.of(her).stream()
                .filter(need -> need.pathway().equals(pathway))
                .findFirst()
                .orElseThrow();
    }

    private void assertEnded() {
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(her)
                        .processDefinitionKey("assessment")
                        .count())
                .isZero();
    }

    @Test
    void fivePeopleMayListenInAnyOrder() {
        begins(aWoman());

        assertThat(openTasks(her)).containsExactlyInAnyOrder(HOME, HEALTH, DRUGS, FAMILY, HERSELF);
        assertThat(groupsOf(task(her, HEALTH))).containsExactly("healthcare.north");
        assertThat(groupsOf(task(her, DRUGS))).containsExactly("substanceMisuse.north");
        assertThat(groupsOf(task(her, FAMILY))).containsExactly("socialWorker.north");
        assertThat(groupsOf(task(her, HOME))).containsExactly("caseManager.north");
    }

    @Test
    void janeNamesGriefAndItIsHerLynchPinNeed() {
        begins(aWoman().named("Jane"));
        tellsOfHerNeeds();
        chooses("mentalHealth", "medium");

        assertThat(facts.text(her, "lynchPinNeed")).contains("mentalHealth");
        assertThat(facts.text(her, "firstDisclosedNeed")).contains("drugsAlcohol");
        assertThat(openTasks(her)).containsExactly(PLAN);
        plans("Grief work");
        answersThePlan("agreed");

        assertEnded();
        assertThat(objectives.of(her)).extracting(Objective::status).containsExactly("planned");
        assertThat(journalOf(her, "planAgreed")).hasSize(1);
    }

    @Test
    void notAskedDeclinedAndNoNeedStayApart() {
        begins(aWoman());
        tellsOfHerNeeds();
        chooses("mentalHealth", "low");

        assertThat(needs.of(her)).hasSize(15);
        assertThat(need("accommodation")).isEqualTo(new Need("accommodation", "high", "notStarted", null, null));
        assertThat(need("mentalHealth").side()).isEqualTo("both");
        assertThat(need("finance").status()).isEqualTo("notRequired");
        assertThat(need("legal").status()).isEqualTo("declined");
        assertThat(need("employment").status()).isEqualTo("notAssessed");
        assertThat(journalOf(her, "needsRecorded")).hasSize(1);
    }

    @Test
    void aConversationThatSheDeclinesLeavesItsNeedsDeclined() {
        begins(aWoman());
        says(HOME, Map.of("needAccommodation", "high"), "homeTalk");
        says(HEALTH, Map.of(), "healthTalk");
        submit(her, DRUGS, Map.of("drugsTalk", "declined"));
        says(FAMILY, Map.of(), "familyTalk");
        says(HERSELF, Map.of(), "herselfTalk");
        chooses("accommodation", "low");

        assertThat(need("drugsAlcohol").status()).isEqualTo("declined");
        assertThat(need("physicalHealth").status()).isEqualTo("notAssessed");
    }

    @Test
    void sophieTakesTheVisitsThatSheNeedsAndIsNeverLate() {
        begins(aWoman().named("Sophie"));
        for (int visit = 1; visit <= 3; visit++) {
            LocalDate next = today().plusDays(20);
            submit(her, HEALTH, Map.of("healthTalk", "anotherVisit", "nextHealthVisit", next.toString()));
            assertThat(dueOn(task(her, HEALTH))).isEqualTo(next);
            advance(Duration.ofDays(20));
            assertThat(task(her, HEALTH).getDueDate().toInstant()).isAfter(clock.instant());
        }

        says(HEALTH, Map.of("needMentalHealth", "high"), "healthTalk");
        assertThat(openTasks(her)).doesNotContain(HEALTH, CHOOSE);
    }

    @Test
    void everyConversationMayTakeAnotherVisit() {
        begins(aWoman().named("Sophie"));
        LocalDate next = today().plusDays(33);
        for (Conversation conversation : Conversation.values()) {
            submit(
                    her,
                    conversation.task(),
                    Map.of(conversation.outcome(), "anotherVisit", conversation.nextVisit(), next.toString()));
            assertThat(dueOn(task(her, conversation.task()))).isEqualTo(next);
        }

        assertThat(openTasks(her)).containsExactlyInAnyOrder(HOME, HEALTH, DRUGS, FAMILY, HERSELF);
    }

    @Test
    void whatSheSaidOnAnEarlierVisitIsKept() {
        begins(aWoman().named("Sophie"));
        submit(
                her,
                HEALTH,
                Map.of(
                        "needPhysicalHealth", "low",
                        "healthTalk", "anotherVisit",
                        "nextHealthVisit", today().plusDays(7).toString()));

        assertThat(formService.getTaskFormVariables(task(her, HEALTH).getId()).get("needPhysicalHealth"))
                .isEqualTo("low");
    }

    @Test
    void aNextVisitLiesAhead() {
        begins(aWoman());

        assertThatThrownBy(() -> submit(
                        her,
                        HEALTH,
                        Map.of(
                                "healthTalk",
                                "anotherVisit",
                                "nextHealthVisit",
                                today().minusDays(1).toString())))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("nextHealthVisit");
    }

    @Test
    void agreedVisitsAreNotHurried() {
        begins(aWoman().named("Sophie"));
        says(HOME, Map.of(), "homeTalk");
        says(HEALTH, Map.of(), "healthTalk");
        says(DRUGS, Map.of(), "drugsTalk");
        says(FAMILY, Map.of(), "familyTalk");
        submit(
                her,
                HERSELF,
                Map.of(
                        "herselfTalk",
                        "anotherVisit",
                        "nextHerselfVisit",
                        today().plusDays(60).toString()));

        advance(Duration.ofDays(42));
        assertThat(openTasks(her)).containsExactly(HERSELF);
    }

    @Test
    void whereNobodyIsExpectedTheSupervisorSeesToItEverySixWeeks() {
        begins(aWoman());
        advance(Duration.ofDays(42));

        assertThat(groupsOf(task(her, LOOK))).containsExactly("supervisor.north");
        submit(her, LOOK, Map.of("assessmentHelp", "Kiri goes on Monday."));
        assertThat(openTasks(her)).containsExactlyInAnyOrder(HOME, HEALTH, DRUGS, FAMILY, HERSELF);
        advance(Duration.ofDays(42));
        assertThat(openTasks(her)).contains(LOOK);
    }

    @Test
    void theLynchPinNeedIsOneThatSheHas() {
        begins(aWoman());
        tellsOfHerNeeds();

        assertThatThrownBy(() -> chooses("finance", "low"))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("lynchPinNeed");
        assertThat(openTasks(her)).containsExactly(CHOOSE);
    }

    @Test
    void theSecondLynchPinNeedIsAnotherOne() {
        begins(aWoman());
        tellsOfHerNeeds();

        assertThatThrownBy(() -> submit(
                        her,
                        CHOOSE,
                        Map.of(
                                "lynchPinChoice", "chosen",
                                "lynchPinNeed", "mentalHealth",
                                "secondLynchPinNeed", "mentalHealth",
                                "complexityOfNeed", "low")))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("secondLynchPinNeed");
    }

    @Test
    void sheMayTakeAnotherVisitToChoose() {
        begins(aWoman());
        tellsOfHerNeeds();
        LocalDate next = today().plusDays(12);
        submit(her, CHOOSE, Map.of("lynchPinChoice", "anotherVisit", "nextChoiceVisit", next.toString()));

        assertThat(openTasks(her)).containsExactly(CHOOSE);
        assertThat(dueOn(task(her, CHOOSE))).isEqualTo(next);
        assertThat(needs.of(her)).isEmpty();
    }

    @Test
    void withoutAChoiceTheJourneyGoesOn() {
        begins(aWoman().knownTo("lynchPinNeed", "abuse"));
        tellsOfHerNeeds();
        submit(her, CHOOSE, Map.of("lynchPinChoice", "none", "complexityOfNeed", "low"));

        assertThat(openTasks(her)).containsExactly(PLAN);
        assertThat(facts.text(her, "lynchPinNeed")).isEmpty();
    }

    @Test
    void whatComesUpStartsUrgentResponses() {
        begins(aWoman());
        says(HOME, Map.of("needAccommodation", "high"), "homeTalk");
        says(HEALTH, Map.of(), "healthTalk");
        says(DRUGS, Map.of("overdoseRisk", "yes"), "drugsTalk");
        says(FAMILY, Map.of("familyThreat", "known"), "familyTalk");
        says(HERSELF, Map.of(), "herselfTalk");
        chooses("accommodation", "low");

        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(her)
                        .list())
                .extracting(instance -> instance.getProcessDefinitionId().split(":")[0])
                .contains("assessment", "urgentResponse");
        assertThat(openTasks(her)).contains(PLAN);
    }

    @Test
    void aComplexPlanIsReadByTheSupervisorFirst() {
        begins(aWoman());
        tellsOfHerNeeds();
        chooses("mentalHealth", "high");
        plans("Everything at once");
        assertThat(groupsOf(task(her, REVIEW))).containsExactly("supervisor.north");
        submit(her, REVIEW, Map.of("planAdvice", "changes", "planAdviceNotes", "One thing first."));
        assertThat(openTasks(her)).containsExactly(PLAN);
        plans("Grief work");
        submit(her, REVIEW, Map.of("planAdvice", "show"));

        assertThat(openTasks(her)).containsExactly(SHOW);
    }

    @Test
    void herChangesLeadBackToThePlan() {
        begins(aWoman());
        tellsOfHerNeeds();
        chooses("mentalHealth", "low");
        plans("Addictions programme");
        answersThePlan("agreedWithChanges");

        assertThat(openTasks(her)).containsExactly(PLAN);
        assertThat(formService.getTaskFormVariables(task(her, PLAN).getId()).get("herChanges"))
                .isEqualTo("Grief first, please.");
        assertThat(objectives.of(her)).isEmpty();
        plans("Grief work");
        answersThePlan("agreed");
        assertThat(objectives.of(her)).extracting(Objective::description).containsExactly("Grief work");
    }

    @Test
    void aPlanThatSheDeclinesIsRecordedAndTheJourneyGoesOn() {
        begins(aWoman());
        tellsOfHerNeeds();
        chooses("mentalHealth", "low");
        plans("Grief work");
        answersThePlan("declined");

        assertEnded();
        assertThat(objectives.of(her)).extracting(Objective::status).containsExactly("declined");
        assertThat(journalOf(her, "planDeclined")).hasSize(1);
    }

    @Test
    void aPlanNeedsAnObjectiveThatSheCanAnswer() {
        begins(aWoman());
        tellsOfHerNeeds();
        chooses("mentalHealth", "low");

        assertThatThrownBy(() -> submit(her, PLAN, Map.of("objectives", List.of())))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("objectives");
    }

    @Test
    void ashleysContactWithHerChildrenIsAnObjectiveThatSheHasSeen() {
        begins(aWoman().named("Ashley"));
        says(HOME, Map.of(), "homeTalk");
        says(HEALTH, Map.of("needMentalHealth", "medium"), "healthTalk");
        says(DRUGS, Map.of(), "drugsTalk");
        says(
                FAMILY,
                Map.of(
                        "needFamily",
                        "high",
                        "childrenInCare",
                        "yes",
                        "wantsFamilyContact",
                        "yes",
                        "familyThreat",
                        "none"),
                "familyTalk");
        says(HERSELF, Map.of(), "herselfTalk");
        chooses("family", "medium");
        plans("Grief work");

        assertThat(formService
                        .getTaskFormVariables(task(her, SHOW).getId())
                        .get("plannedObjectives")
                        .toString())
                .contains("Contact with her family");
        answersThePlan("agreed");
        Objective contact = objectives.of(her).get(1);
        assertThat(contact.pathway()).isEqualTo("family");
        assertThat(contact.status()).isEqualTo("planned");
        assertThat(facts.value(her, "familyContactObjective")).contains((int) contact.id());
    }
}
