package org.throughcare.journey.programmes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.AWoman;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.NewObjective;
import org.throughcare.casefile.Objective;
import org.throughcare.casefile.Objectives;
import org.throughcare.forms.RefusedAnswerException;

/** The visit is arranged and recorded (study 001, Ashley); never against her wish or into danger (000). */
class FamilyContactTest extends ProgrammeProcessTest {

    @Autowired
    Objectives objectives;

    private AWoman ashley() {
        return aWoman().named("Ashley")
                .knownTo("lynchPinNeed", "drugsAlcohol")
                .knownTo("childrenInCare", "yes")
                .knownTo("wantsFamilyContact", "yes");
    }

    private void ashleyBegins() {
        begins(ashley());
        long objective = objectives.add(her, new NewObjective("See my children", "family", "prison", null));
        facts.put(her, Facts.CASE, Map.of("familyContactObjective", objective), "test");
    }

    private void visitIsArranged() {
        answer(
                ARRANGE,
                FAMILY_CONTACT,
                Map.of(
                        "visitArranged", "yes",
                        "visitDate", today().plusDays(9).toString(),
                        "contactSafe", "yes",
                        "visitWith", "Her two children and their carer"));
    }

    private void visitIsRecorded(String afterVisit) {
        answer(
                VISIT,
                FAMILY_CONTACT,
                Map.of("visitTookPlace", "yes", "visitStory", "It was so good.", "afterVisit", afterVisit));
    }

    private Objective objective() {
        return objectives.of(her).get(0);
    }

    @Test
    void ashleysVisitIsArrangedAndRecorded() {
        ashleyBegins();
        assertThat(groupsOf(taskFor(ARRANGE, FAMILY_CONTACT))).containsExactly("socialWorker.north");

        visitIsArranged();
        assertThat(LocalDate.ofInstant(
                        taskFor(VISIT, FAMILY_CONTACT).getDueDate().toInstant(), ZoneOffset.UTC))
                .isEqualTo(today().plusDays(9));
        visitIsRecorded("another");
        assertThat(objective().status()).isEqualTo("inProgress");
        assertThat(statusOf(FAMILY_CONTACT)).isEqualTo("running");

        visitIsArranged();
        visitIsRecorded("done");
        assertThat(objective().status()).isEqualTo("completed");
        assertThat(statusOf(FAMILY_CONTACT)).isEqualTo("completed");
    }

    @Test
    void noVisitIsArrangedBeforeSheWasAskedAloneWhetherItIsSafe() {
        ashleyBegins();

        assertThatThrownBy(() -> answer(
                        ARRANGE,
                        FAMILY_CONTACT,
                        Map.of("visitArranged", "yes", "visitDate", today().toString(), "contactSafe", "no")))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining("contactSafe");
        assertThat(openFor(VISIT)).isEmpty();
    }

    @Test
    void arrangingGoesOnOnTheDayThatWasNamed() {
        ashleyBegins();
        LocalDate later = today().plusDays(20);
        answer(
                ARRANGE,
                FAMILY_CONTACT,
                Map.of("visitArranged", "notYet", "askAgainOn", later.toString(), "visitObstacles", "No answer yet."));

        assertThat(LocalDate.ofInstant(
                        taskFor(ARRANGE, FAMILY_CONTACT).getDueDate().toInstant(), ZoneOffset.UTC))
                .isEqualTo(later);
        assertThat(objective().status()).isEqualTo("planned");
    }

    @Test
    void aVisitThatIsNotPossibleIsTalkedOverWithHer() {
        ashleyBegins();
        answer(
                ARRANGE,
                FAMILY_CONTACT,
                Map.of("visitArranged", "notPossible", "visitObstacles", "The court does not allow it."));
        assertThat(openFor(TALK)).containsExactly(FAMILY_CONTACT);

        talksOver(FAMILY_CONTACT, "tryAgain");
        assertThat(openFor(ARRANGE)).containsExactly(FAMILY_CONTACT);
        assertThat(historyOf(FAMILY_CONTACT)).containsOnly("waiting");
    }

    @Test
    void contactThatCannotGoOnIsTalkedOverWithHer() {
        ashleyBegins();
        visitIsArranged();
        visitIsRecorded("stop");

        assertThat(openFor(TALK)).containsExactly(FAMILY_CONTACT);
        talksOver(FAMILY_CONTACT, "close");
        assertThat(statusOf(FAMILY_CONTACT)).isEqualTo("leftEarly");
    }

    @Test
    void aThreatStandsAgainstContact() {
        begins(ashley().knownTo("lynchPinNeed", "family").knownTo("familyThreat", "known"));

        assertThat(openFor(ARRANGE)).isEmpty();
        assertThat(steps.of(her)).noneMatch(step -> step.activity().equals(FAMILY_CONTACT));
    }

    @Test
    void contactIsNotArrangedAgainstHerWish() {
        begins(ashley().knownTo("lynchPinNeed", "family").knownTo("wantsFamilyContact", "no"));

        assertThat(steps.of(her)).noneMatch(step -> step.activity().equals(FAMILY_CONTACT));
    }

    @Test
    void whenFamilyIsTheLynchPinNeedItIsPartOfTheSequence() {
        begins(aWoman().knownTo("lynchPinNeed", "family"));

        assertThat(openFor(ARRANGE)).containsExactly(FAMILY_CONTACT);
    }
}
