package org.throughcare.casepage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Need;
import org.throughcare.casefile.Needs;
import org.throughcare.casefile.Objective;
import org.throughcare.casefile.Objectives;
import org.throughcare.casefile.ProgrammeStep;
import org.throughcare.casefile.ProgrammeSteps;

/** Her plan: what matters most, needs by pathway, objectives and programmes (domain rules 4, 5 and 7). */
@Configuration(proxyBeanMethods = false)
class PlanSections {

    private static final List<String> AT_A_GLANCE = List.of(
            "lynchPinNeed",
            "lynchPinInHerWords",
            "secondLynchPinNeed",
            "responsivityFactors",
            "strengths",
            "planGoals",
            "complexityOfNeed");

    /** One step of her programmes; the reason of the sequence is about her health too. */
    record Step(
            int step,
            String activity,
            String kind,
            String gate,
            String status,
            String statusReason,
            String reason,
            Instant startedAt,
            Instant endedAt) {}

    /** The lynch-pin need, her strengths and her own goals, in the words of the forms. */
    @Bean
    CaseSection planOfCase(Facts facts, Answers answers) {
        return Section.ofPlan("plan", reader -> {
            Map<String, Object> known = reader.view().shownFacts(facts.of(reader.caseNumber()));
            return AT_A_GLANCE.stream()
                    .filter(known::containsKey)
                    .map(key -> answers.of(key, known.get(key)))
                    .toList();
        });
    }

    /** A need is of the kind of its pathway: abuse is safety, drugs are health. */
    @Bean
    CaseSection needsOfCase(Needs needs) {
        return Section.ofPlan(
                "needs",
                reader -> Listed.of(
                        needs.of(reader.caseNumber()),
                        need -> showsPathway(reader, need.pathway()),
                        Function.<Need>identity()));
    }

    @Bean
    CaseSection objectivesOfCase(Objectives objectives) {
        return Section.ofPlan(
                "objectives",
                reader -> Listed.of(
                        objectives.of(reader.caseNumber()),
                        objective -> objective.pathway() == null || showsPathway(reader, objective.pathway()),
                        Function.<Objective>identity()));
    }

    @Bean
    CaseSection programmesOfCase(ProgrammeSteps steps) {
        return Section.ofPlan("programmes", reader -> steps.of(reader.caseNumber()).stream()
                .map(step -> step(step, reader.view().showsDecision("programmeSequence")))
                .toList());
    }

    private static Step step(ProgrammeStep step, boolean withReason) {
        return new Step(
                step.step(),
                step.activity(),
                step.kind(),
                step.gate(),
                step.status(),
                step.statusReason(),
                withReason ? step.reason() : null,
                step.startedAt(),
                step.endedAt());
    }

    private static boolean showsPathway(CaseReader reader, String pathway) {
        return reader.view().showsFact("need" + Character.toUpperCase(pathway.charAt(0)) + pathway.substring(1));
    }
}
