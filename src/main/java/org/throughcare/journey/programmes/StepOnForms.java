package org.throughcare.journey.programmes;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.casefile.ProgrammeStep;
import org.throughcare.casefile.ProgrammeSteps;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;
import org.throughcare.time.WorkingCalendar;
import org.throughcare.words.Words;

/** What the forms of a step show of it. */
@Configuration(proxyBeanMethods = false)
class StepOnForms {

    /** Which step it is. */
    @Bean
    FormValueSource stepName(ProgrammeSteps steps) {
        return ofStep("stepName", steps, (step, context) -> Words.spoken(step.activity()));
    }

    /** Why it was planned. */
    @Bean
    FormValueSource stepWhy(ProgrammeSteps steps) {
        return ofStep("stepWhy", steps, (step, context) -> step.reason());
    }

    /** How it stands. */
    @Bean
    FormValueSource stepStanding(ProgrammeSteps steps, StepGate gate) {
        return ofStep(
                "stepStanding",
                steps,
                (step, context) -> gate.isShut(step.id())
                        ? "The work before it was closed without being completed."
                        : standing(step));
    }

    /** Why it was paused. */
    @Bean
    FormValueSource pauseReason(ProgrammeSteps steps) {
        return ofStep("pauseReason", steps, (step, context) -> step.statusReason());
    }

    /** Which week of a group counted by the week is noted. */
    @Bean
    FormValueSource groupWeek(ProgrammeSteps steps) {
        return ofStep(
                "groupWeek",
                steps,
                (step, context) ->
                        Integer.parseInt(code(context, "weeksHeld")) + 1 + " of " + code(context, "groupWeeks"));
    }

    /** All her steps, for the catch-up. */
    @Bean
    FormValueSource programmeOverview(ProgrammeSteps steps, WorkingCalendar calendar) {
        return source("programmeOverview", context -> steps.of(context.caseNumber()).stream()
                .map(step -> Map.of(
                        "step", Words.spoken(step.activity()),
                        "status", Words.spoken(step.status()),
                        "since", since(step, context.site(), calendar)))
                .toList());
    }

    private static String standing(ProgrammeStep step) {
        return Words.spoken(step.status())
                + Optional.ofNullable(step.statusReason())
                        .map(reason -> ": " + reason)
                        .orElse(".");
    }

    private static String since(ProgrammeStep step, String site, WorkingCalendar calendar) {
        return Optional.ofNullable(step.endedAt() == null ? step.startedAt() : step.endedAt())
                .map(moment -> calendar.dateAt(site, moment).toString())
                .orElse("");
    }

    private static String code(FormContext context, String name) {
        Object value = context.codes().get(name);
        return value == null ? "0" : value.toString();
    }

    private static FormValueSource ofStep(
            String key, ProgrammeSteps steps, BiFunction<ProgrammeStep, FormContext, String> value) {
        return source(key, context -> {
            Object stepId = context.codes().get("stepId");
            return stepId == null ? "" : value.apply(steps.get(Long.parseLong(stepId.toString())), context);
        });
    }

    private static FormValueSource source(String key, Function<FormContext, Object> value) {
        return new FormValueSource() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public Object value(FormContext context) {
                return value.apply(context);
            }
        };
    }
}
