package org.throughcare.journey.handover;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Objective;
import org.throughcare.casefile.Objectives;
import org.throughcare.casefile.ProgrammeStep;
import org.throughcare.casefile.ProgrammeSteps;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;
import org.throughcare.words.Words;

/** What a handover shows from the record: completed objectives and outstanding issues (004), and the four questions. */
@Configuration
class HandoverForms {

    private static final Set<String> CLOSED_STEPS = Set.of("completed", "declined");

    private final Objectives objectives;
    private final ProgrammeSteps steps;
    private final Facts facts;

    HandoverForms(Objectives objectives, ProgrammeSteps steps, Facts facts) {
        this.objectives = objectives;
        this.steps = steps;
        this.facts = facts;
    }

    private record Source(String key, Function<FormContext, Object> read) implements FormValueSource {

        @Override
        public Object value(FormContext context) {
            return read.apply(context);
        }
    }

    /** Rows: what she has achieved. */
    @Bean
    FormValueSource completedObjectives() {
        return new Source("completedObjectives", context -> objectives.of(context.caseNumber()).stream()
                .filter(objective -> "completed".equals(objective.status()))
                .map(HandoverForms::row)
                .toList());
    }

    /** Rows: what is still open; what she declined is no issue. */
    @Bean
    FormValueSource outstandingObjectives() {
        return new Source("outstandingObjectives", context -> objectives.of(context.caseNumber()).stream()
                .filter(objective -> !Set.of("completed", "declined").contains(objective.status()))
                .map(HandoverForms::row)
                .toList());
    }

    /** Rows: programmes that she has finished. */
    @Bean
    FormValueSource completedProgrammeSteps() {
        return new Source("completedProgrammeSteps", context -> steps.of(context.caseNumber()).stream()
                .filter(step -> "completed".equals(step.status()))
                .map(HandoverForms::row)
                .toList());
    }

    /** Rows: programmes that go on, wait or were left early. */
    @Bean
    FormValueSource outstandingProgrammeSteps() {
        return new Source("outstandingProgrammeSteps", context -> steps.of(context.caseNumber()).stream()
                .filter(step -> !CLOSED_STEPS.contains(step.status()))
                .map(HandoverForms::row)
                .toList());
    }

    /** Rows: the four questions (004) with her answers. */
    @Bean
    FormValueSource fourQuestions() {
        return new Source("fourQuestions", context -> {
            Map<String, Object> known = facts.of(context.caseNumber());
            return List.of(
                    question("Visited before release?", known, "inReachNeeded", "inReachPlan"),
                    question("Met at the gate?", known, "gateMeetingNeeded", "gateMeetingWho"),
                    question("Clinical care goes on?", known, "clinicalCareNeeded", "clinicalCareWhere"),
                    question("Released far from home?", known, "farFromHome", "travelHome"));
        });
    }

    private static Map<String, Object> question(
            String question, Map<String, Object> known, String answer, String note) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("question", question);
        row.put("answer", Words.spoken(String.valueOf(known.getOrDefault(answer, "notAsked"))));
        row.put("note", known.get(note));
        return row;
    }

    private static Map<String, Object> row(Objective objective) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", objective.description());
        row.put("area", objective.pathway() == null ? "" : Words.spoken(objective.pathway()));
        row.put("side", Words.spoken(objective.side()));
        row.put("status", Words.spoken(objective.status()));
        return row;
    }

    private static Map<String, Object> row(ProgrammeStep step) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", Words.spoken(step.activity()));
        row.put("status", Words.spoken(step.status()));
        row.put("reason", step.statusReason());
        return row;
    }
}
