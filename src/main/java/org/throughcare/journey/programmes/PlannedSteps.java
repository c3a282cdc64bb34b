package org.throughcare.journey.programmes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.NewStep;
import org.throughcare.casefile.ProgrammeStep;
import org.throughcare.casefile.ProgrammeSteps;
import org.throughcare.decisions.Decided;
import org.throughcare.decisions.DecisionConsumer;
import org.throughcare.decisions.Decisions;
import org.throughcare.decisions.DelegateCodes;

/**
 * Writes the steps that the table {@code programmeSequence} gives and says which are to be taken: {@code
 * programmeStepIds}. When her release was put off, steps of the same time in prison go on where they stood; what she
 * completed or closed is not offered again. Family contact follows the table {@code familyContact}: it is added where
 * she wants her family back, and left out where she does not want contact or a threat stands against it.
 */
@Component
class PlannedSteps implements DecisionConsumer {

    static final String FAMILY_CONTACT = "familyContactWork";
    private static final String PLANNED_FOR = "programmesPlannedForEpisode";

    private final ProgrammeSteps steps;
    private final CaseFiles cases;
    private final Facts facts;
    private final Decisions decisions;

    PlannedSteps(ProgrammeSteps steps, CaseFiles cases, Facts facts, Decisions decisions) {
        this.steps = steps;
        this.cases = cases;
        this.facts = facts;
        this.decisions = decisions;
    }

    @Override
    public String decision() {
        return "programmeSequence";
    }

    @Override
    public void apply(String caseNumber, Decided decided, DelegateCodes codes) {
        int episode = cases.get(caseNumber).episode();
        boolean again = facts.value(caseNumber, PLANNED_FOR)
                .filter(planned -> ((Number) planned).intValue() == episode)
                .isPresent();
        List<ProgrammeStep> toTake = again ? goOn(caseNumber) : planAnew(caseNumber, wanted(caseNumber, decided));
        facts.put(caseNumber, Facts.CASE, Map.of(PLANNED_FOR, episode), "programmeSequence");
        codes.set(
                "programmeStepIds",
                new ArrayList<>(
                        toTake.stream().map(step -> String.valueOf(step.id())).toList()));
    }

    private List<ProgrammeStep> planAnew(String caseNumber, List<NewStep> wanted) {
        long before =
                steps.of(caseNumber).stream().mapToLong(ProgrammeStep::id).max().orElse(0);
        steps.plan(caseNumber, wanted);
        return steps.of(caseNumber).stream().filter(step -> step.id() > before).toList();
    }

    private List<ProgrammeStep> goOn(String caseNumber) {
        List<ProgrammeStep> open = steps.of(caseNumber).stream()
                .filter(step -> "outstanding".equals(step.status()) || !step.isEnded())
                .toList();
        open.forEach(step -> steps.changeStatus(step.id(), "planned", "Her release was put off: it goes on."));
        return open;
    }

    private List<NewStep> wanted(String caseNumber, Decided decided) {
        List<NewStep> wanted =
                new ArrayList<>(decided.rows().stream().map(PlannedSteps::step).toList());
        Map<String, Object> contact =
                decisions.decide("familyContact", caseNumber, Map.of()).only();
        Optional<NewStep> planned = wanted.stream()
                .filter(step -> FAMILY_CONTACT.equals(step.activity()))
                .findFirst();
        if ("notNow".equals(contact.get("contactWork"))) {
            planned.ifPresent(wanted::remove);
        } else if ("rebuild".equals(contact.get("contactWork")) && planned.isEmpty()) {
            wanted.add(
                    new NewStep(last(wanted) + 1, FAMILY_CONTACT, "strengths", null, (String) contact.get("reason")));
        }
        return wanted;
    }

    private static int last(List<NewStep> steps) {
        return steps.stream().mapToInt(NewStep::step).max().orElse(0);
    }

    private static NewStep step(Map<String, Object> row) {
        String gate = (String) row.get("gate");
        return new NewStep(
                ((Number) row.get("step")).intValue(),
                (String) row.get("activity"),
                (String) row.get("kind"),
                gate == null || gate.isBlank() ? null : gate,
                (String) row.get("reason"));
    }
}
