package org.throughcare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.casefile.JournalEntry;
import org.throughcare.casefile.Objective;
import org.throughcare.casefile.Objectives;
import org.throughcare.casefile.ProgrammeStep;
import org.throughcare.casefile.UrgentFlags;

/**
 * Five women of study 001 (case management of women in prison, New Zealand), from the registration of their admission to
 * what the study says the work with each of them must come to.
 */
class FiveWomenTest extends WomansStoryTest {

    private static final LocalDate IN_TWO_YEARS = LocalDate.of(2028, 1, 10);

    @Autowired
    private Objectives objectives;

    @Autowired
    private UrgentFlags flags;

    /** "She was so patient with me when I came in and waited for me to open up." */
    @Test
    void sophieIsGivenTheTimeToTrustAndNothingIsLate() {
        known("firstTimeInPrison", "yes");
        isAdmitted("Sophie", IN_TWO_YEARS);

        Task account = whenItComesTo("UserTask_HearHerAccount");
        LocalDate secondVisit = today().plusDays(12);
        filledIn(
                account,
                Map.of(
                        "readyToTalk",
                        "notYet",
                        "nextVisitDate",
                        secondVisit.toString(),
                        "visitNotes",
                        "We talked about the river where she grew up."));
        LocalDate thirdVisit = secondVisit.plusDays(16);
        comesBackToHerWithoutBeingLate(
                "UserTask_VisitAgain",
                secondVisit,
                Map.of("readyToTalk", "notYet", "nextVisitDate", thirdVisit.toString()));
        comesBackToHerWithoutBeingLate(
                "UserTask_VisitAgain",
                thirdVisit,
                Map.of("readyToTalk", "yes", "ownAccount", "Nobody ever asked me before."));

        Task panel = whenItComesTo("UserTask_MeetAsPanel");
        LocalDate secondMeeting = today().plusDays(10);
        answered(
                panel,
                Map.of(
                        "panelConcluded",
                        "no",
                        "nextMeetingDate",
                        secondMeeting.toString(),
                        "ownAccount",
                        "Nobody ever asked me before."));
        comesBackToHerWithoutBeingLate(
                "UserTask_MeetAgain",
                secondMeeting,
                Map.of(
                        "panelConcluded",
                        "yes",
                        "ownAccount",
                        "Nobody ever asked me before.",
                        "panelAdvice",
                        "At her pace.",
                        "agreesWithAdvice",
                        "yes"));

        Task conversation = whenItComesTo("UserTask_AssessFamilyAndSafety");
        meanwhileTheOthersDoTheirWork(conversation);
        for (int visit = 1; visit <= 4; visit++) {
            LocalDate next = today().plusDays(14);
            filledIn(conversation, Map.of("familyTalk", "anotherVisit", "nextFamilyVisit", next.toString()));
            theDayComes(next);
            conversation = task(her, "UserTask_AssessFamilyAndSafety");
            assertThat(isLate(conversation)).isFalse();
            assertThat(openTasks(her)).doesNotContain("UserTask_LookAtAssessment");
        }
        answered(conversation, Map.of("familyTalk", "complete", "needFamily", "high", "needAbuse", "high"));

        Task choice = whenItComesTo("UserTask_ChooseLynchPinNeed");
        LocalDate another = today().plusDays(20);
        filledIn(choice, Map.of("lynchPinChoice", "anotherVisit", "nextChoiceVisit", another.toString()));
        theDayComes(another);
        choice = task(her, "UserTask_ChooseLynchPinNeed");
        assertThat(isLate(choice)).isFalse();
        answered(choice, lynchPin("abuse", "low"));
        answered(whenItComesTo("UserTask_ShowHerThePlan"), Map.of("herAgreement", "agreed"));

        assertThat(cases.get(her).phase()).isEqualTo("programmeSequencing");
        assertThat(facts.text(her, "ownAccount")).contains("Nobody ever asked me before.");
        assertThat(journalOf(her, "formSubmitted"))
                .extracting(JournalEntry::details)
                .noneMatch(details -> "lookAtAssessment".equals(details.get("form")));
        assertThat(flags.of(her)).isEmpty();
    }

    /** "A drug problem was not her key issue, rather depression and grief drove her addiction." */
    @Test
    void janeWorksOnGriefBeforeTheAddictionsProgrammeWhichFollows() {
        known("needDrugsAlcohol", "high");
        known("needMentalHealth", "high");
        known("whatDrivesUse", "When my mother died I stopped feeling anything.");
        isAdmitted("Jane", IN_TWO_YEARS);

        Map<String, Object> choice = lynchPin("mentalHealth", "medium");
        choice.put("firstDisclosedNeed", "drugsAlcohol");
        choice.put("secondLynchPinNeed", "drugsAlcohol");
        choice.put("lynchPinNamedBy", "her");
        choice.put("lynchPinInHerWords", "It is the grief. The drugs came after.");
        answered(whenItComesTo("UserTask_ChooseLynchPinNeed"), choice);

        answered(whenItComesTo("UserTask_ShowHerThePlan"), Map.of("herAgreement", "agreed"));
        ProgrammeStep grief = step("griefAndDepressionWork");
        ProgrammeStep addictions = step("addictionsGroupProgramme");
        assertThat(grief.step()).isLessThan(addictions.step());
        assertThat(addictions.gate()).isEqualTo("griefAndDepressionWork");

        Task report = whenItComesTo("UserTask_RecordProgress", grief);
        assertNotOfferedYet(addictions);
        filledIn(report, Map.of("progress", "goesOn", "progressNotes", "She speaks of her mother."));
        advance(Duration.ofDays(28));
        assertNotOfferedYet(addictions);
        answered(whenItComesTo("UserTask_RecordProgress", grief), Map.of("progress", "completed"));

        assertThat(step("griefAndDepressionWork").status()).isEqualTo("completed");
        beginsOnTheAgreedDay(addictions);
        answered(whenItComesTo("UserTask_RecordProgress", addictions), Map.of("progress", "completed"));
        assertThat(step("addictionsGroupProgramme").status()).isEqualTo("completed");
        assertThat(step("addictionsGroupProgramme").startedAt())
                .isAfter(step("griefAndDepressionWork").endedAt());
    }

    /** "On a previous sentence she had exited the drug treatment unit prematurely because she found it too intensive." */
    @Test
    void tinasGroupOpensOnlyAfterIndividualTreatment() {
        known("needDrugsAlcohol", "high");
        known("needAbuse", "medium");
        known("responsivityFactors", List.of("trauma"));
        known("whatDrivesUse", "I left the unit last time. Too much, with everybody listening.");
        isAdmitted("Tina", IN_TWO_YEARS);

        answered(whenItComesTo("UserTask_ChooseLynchPinNeed"), lynchPin("drugsAlcohol", "medium"));
        answered(whenItComesTo("UserTask_ShowHerThePlan"), Map.of("herAgreement", "agreed"));

        ProgrammeStep treatment = step("individualPsychologicalTreatment");
        ProgrammeStep addictions = step("addictionsGroupProgramme");
        assertThat(treatment.kind()).isEqualTo("preWork");
        assertThat(programmeSteps.of(her))
                .filteredOn(step -> "programme".equals(step.kind()))
                .isNotEmpty()
                .allMatch(step -> "individualPsychologicalTreatment".equals(step.gate()));

        Task report = whenItComesTo("UserTask_RecordProgress", treatment);
        for (int month = 1; month <= 3; month++) {
            programmeSteps.of(her).stream()
                    .filter(step -> "programme".equals(step.kind()))
                    .forEach(this::assertNotOfferedYet);
            filledIn(report, Map.of("progress", "goesOn"));
            advance(Duration.ofDays(28));
            report = about(treatment, "UserTask_RecordProgress").orElseThrow();
        }
        answered(report, Map.of("progress", "completed"));

        beginsOnTheAgreedDay(addictions);
        answered(whenItComesTo("UserTask_RecordProgress", addictions), Map.of("progress", "completed"));
        assertThat(step("addictionsGroupProgramme").status()).isEqualTo("completed");
        assertThat(step("addictionsGroupProgramme").startedAt())
                .isAfter(step("individualPsychologicalTreatment").endedAt());
    }

    /** "Jade found out her son had attempted suicide; her case manager helped her get back on track." */
    @Test
    void jadesCaseManagerHearsTheSameDayAndHerProgrammeIsPausedNotFailed() {
        known("needThinking", "high");
        known("responsivityFactors", List.of("familyStress"));
        leftForLater("UserTask_RecordProgress");
        isAdmitted("Jade", today().plusMonths(5));
        answered(whenItComesTo("UserTask_ChooseLynchPinNeed"), lynchPin("thinking", "low"));
        answered(whenItComesTo("UserTask_ShowHerThePlan"), Map.of("herAgreement", "agreed"));
        ProgrammeStep programme = step("thinkingSkillsProgramme");
        beginsOnTheAgreedDay(programme);
        whenItComesTo("UserTask_AskWhatSheWants");
        assertThat(cases.get(her).caseManager()).isEqualTo(herCaseManager);
        assertThat(step("thinkingSkillsProgramme").status()).isEqualTo("running");

        theDayComes(today().plusDays(1));
        raiseUrgentConcern("familyConcern", "immediate", "Her son has tried to take his life.");
        Task talk = task(her, "UserTask_TalkAboutFamily");
        assertThat(talk.getAssignee()).isEqualTo(herCaseManager);
        assertThat(calendar.dateAt("north", talk.getDueDate().toInstant())).isEqualTo(today());
        answered(
                talk,
                Map.of(
                        "familyNews",
                        "He is in hospital and alive.",
                        "pauseProgramme",
                        "yes",
                        "urgentOutcome",
                        "resolved"));
        assertThat(step("thinkingSkillsProgramme").status()).isEqualTo("paused");

        Task ask = about(programme, "UserTask_ResumeStep").orElseThrow();
        assertThat(ask.getAssignee()).isEqualTo(herCaseManager);
        LocalDate later = today().plusDays(14);
        filledIn(
                ask,
                Map.of(
                        "goesOnNow",
                        "later",
                        "lookAgainOn",
                        later.toString(),
                        "howSheIs",
                        "She waits for the next call."));
        theDayComes(later);
        assertThat(step("thinkingSkillsProgramme").status()).isEqualTo("paused");
        answered(about(programme, "UserTask_ResumeStep").orElseThrow(), Map.of("goesOnNow", "yes"));
        assertThat(step("thinkingSkillsProgramme").status()).isEqualTo("running");

        answered(whenItComesTo("UserTask_RecordProgress", programme), Map.of("progress", "completed"));
        assertThat(step("thinkingSkillsProgramme").status()).isEqualTo("completed");
        assertThat(flags.open(her)).isEmpty();
    }

    /** "When I had my visit with my kids, it was just so good. We work as a team." */
    @Test
    void ashleySeesHerChildrenAndThePlanSaysSo() {
        known("childrenInCare", "yes");
        known("outOfTouchWithFamily", "yes");
        known("wantsFamilyContact", "yes");
        known("familyContactWith", "Her two children, in care.");
        known("needFamily", "high");
        isAdmitted("Ashley", IN_TWO_YEARS);
        answered(whenItComesTo("UserTask_ChooseLynchPinNeed"), lynchPin("family", "low"));
        answered(whenItComesTo("UserTask_ShowHerThePlan"), Map.of("herAgreement", "agreed"));

        assertThat(familyObjective().status()).isEqualTo("planned");
        ProgrammeStep contact = step("familyContactWork");
        Task arrange = whenItComesTo("UserTask_ArrangeFamilyVisit");
        LocalDate visit = today().plusDays(30);
        Map<String, Object> arranged = new HashMap<>();
        arranged.put("visitArranged", "yes");
        arranged.put("visitDate", visit.toString());
        arranged.put("contactSafe", "yes");
        arranged.put("visitWith", "Her son and daughter, with their carer.");
        assertThat(groupsOf(arrange)).containsExactly("socialWorker.north");
        filledIn(arrange, arranged);
        theDayComes(visit);
        Task record = task(her, "UserTask_RecordFamilyVisit");
        assertThat(isLate(record)).isFalse();
        filledIn(record, Map.of("visitTookPlace", "yes", "visitStory", "It was just so good.", "afterVisit", "done"));

        assertThat(familyObjective().status()).isEqualTo("completed");
        assertThat(step(contact.activity()).status()).isEqualTo("completed");
        assertThat(journalOf(her, "formSubmitted"))
                .extracting(JournalEntry::details)
                .anyMatch(details -> "recordFamilyVisit".equals(details.get("form")));
    }

    private void comesBackToHerWithoutBeingLate(String taskId, LocalDate agreed, Map<String, Object> answers) {
        Task visit = task(her, taskId);
        assertThat(calendar.dateAt("north", visit.getDueDate().toInstant())).isAfterOrEqualTo(agreed);
        theDayComes(agreed);
        visit = task(her, taskId);
        assertThat(isLate(visit)).isFalse();
        answered(visit, answers);
    }

    private void assertNotOfferedYet(ProgrammeStep step) {
        assertThat(about(step, "UserTask_OfferStep"))
                .as("offer of " + step.activity())
                .isEmpty();
        assertThat(programmeSteps.get(step.id()).startedAt()).isNull();
    }

    private Objective familyObjective() {
        return objectives.of(her).stream()
                .filter(objective -> "family".equals(objective.pathway()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> lynchPin(String need, String complexity) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("lynchPinChoice", "chosen");
        answers.put("lynchPinNeed", need);
        answers.put("secondLynchPinNeed", null);
        answers.put("lynchPinNamedBy", "together");
        answers.put("complexityOfNeed", complexity);
        return answers;
    }

    private void raiseUrgentConcern(String about, String severity, String whatHappened) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("urgentResponse")
                .latestVersion()
                .singleResult()
                .getId();
        formService.submitStartForm(
                definition,
                Map.of("caseNumber", her, "flag", about, "severity", severity, "whatHappened", whatHappened));
        runJobs();
    }
}
