package org.throughcare.journey.assessment;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.casefile.Need;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;

/** What the forms of an assessment show of her needs. */
@Configuration(proxyBeanMethods = false)
class NeedsOnForms {

    private static final Map<String, String> LEVELS =
            Map.of("none", "None", "low", "A little", "medium", "Some", "high", "A lot");
    private static final Map<String, String> STATUS = Map.of(
            "notAssessed", "Not asked yet",
            "declined", "She would rather not say",
            "notRequired", "Nothing to do",
            "notStarted", "Not started",
            "inProgress", "In progress",
            "met", "Met");

    /** All needs that have a level or that she declined to speak of, for a table. */
    @Bean
    FormValueSource assessedNeedsTable(AssessedNeeds needs) {
        return source("assessedNeeds", context -> needs.of(context.caseNumber()).stream()
                .filter(need -> need.level() != null || "declined".equals(need.status()))
                .map(NeedsOnForms::row)
                .toList());
    }

    /** The needs from which the lynch-pin can be chosen. */
    @Bean
    FormValueSource lynchPinChoices(AssessedNeeds needs) {
        return source("lynchPinChoices", context -> needs.of(context.caseNumber()).stream()
                .filter(AssessedNeeds::isNeed)
                .map(need -> Map.of("value", need.pathway(), "label", label(need)))
                .toList());
    }

    private static Map<String, Object> row(Need need) {
        return Map.of(
                "pathway", label(need),
                "level", need.level() == null ? "" : LEVELS.getOrDefault(need.level(), need.level()),
                "status", STATUS.getOrDefault(need.status(), need.status()));
    }

    private static String label(Need need) {
        return Pathway.of(need.pathway()).orElseThrow().label();
    }

    private static FormValueSource source(
            String key, java.util.function.Function<FormContext, List<? extends Map<String, ?>>> value) {
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
