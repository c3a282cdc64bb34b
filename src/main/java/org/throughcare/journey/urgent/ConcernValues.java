package org.throughcare.journey.urgent;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.casefile.Flag;
import org.throughcare.casefile.Journal;
import org.throughcare.casefile.ProgrammeSteps;
import org.throughcare.casefile.UrgentFlags;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;
import org.throughcare.time.WorkingCalendar;
import org.throughcare.words.Words;

/** What the forms show about urgent concerns: the one that is answered, and all that are open. */
@Configuration(proxyBeanMethods = false)
class ConcernValues {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", java.util.Locale.UK);

    private final UrgentFlags flags;
    private final WorkingCalendar calendar;

    ConcernValues(UrgentFlags flags, WorkingCalendar calendar) {
        this.flags = flags;
        this.calendar = calendar;
    }

    @Bean
    FormValueSource concernKind() {
        return ofConcern("concernKind", (flag, context) -> Words.of("flag", flag.flag()) + ", " + flag.severity());
    }

    @Bean
    FormValueSource concernRole() {
        return ofConcern("concernRole", (flag, context) -> Words.spoken(flag.role()));
    }

    @Bean
    FormValueSource concernDeadline() {
        return ofConcern("concernDeadline", (flag, context) -> localTime(flag, context.site()));
    }

    @Bean
    FormValueSource concernReason(Journal journal) {
        return ofConcern(
                "concernReason", (flag, context) -> Stream.concat(Stream.of(flag.reason()), repeats(journal, flag))
                        .collect(Collectors.joining("\n")));
    }

    private static Stream<String> repeats(Journal journal, Flag flag) {
        return journal.of(flag.caseNumber()).stream()
                .filter(entry -> UrgentConcerns.REPEATED.equals(entry.kind()))
                .filter(entry -> entry.details().get("flagId") instanceof Number id && id.longValue() == flag.id())
                .map(entry -> "Again: " + entry.details().get("reason"));
    }

    @Bean
    FormValueSource openUrgentFlags() {
        return source("openUrgentFlags", context -> flags.open(context.caseNumber()).stream()
                .map(flag -> row(flag, context.site()))
                .toList());
    }

    private Map<String, Object> row(Flag flag, String site) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("flag", Words.of("flag", flag.flag()));
        row.put("severity", flag.severity());
        row.put("role", Words.spoken(flag.role()));
        row.put("respondBy", localTime(flag, site));
        return row;
    }

    @Bean
    FormValueSource runningProgrammes(ProgrammeSteps steps) {
        return source("runningProgrammes", context -> steps.of(context.caseNumber()).stream()
                .filter(step -> List.of("running", "paused").contains(step.status()))
                .map(step -> Map.of("activity", Words.spoken(step.activity()), "status", step.status()))
                .toList());
    }

    private FormValueSource ofConcern(String key, BiFunction<Flag, FormContext, Object> value) {
        return source(key, context -> Optional.ofNullable(context.codes().get("flagId"))
                .map(id -> value.apply(flags.get(((Number) id).longValue()), context))
                .orElse(null));
    }

    private String localTime(Flag flag, String site) {
        return MOMENT.format(flag.respondBy().atZone(calendar.zone(site)));
    }

    private static FormValueSource source(String key, java.util.function.Function<FormContext, Object> value) {
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
