package org.throughcare.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.stereotype.Component;
import org.throughcare.access.AccessLog;
import org.throughcare.access.CaseAccess;
import org.throughcare.access.CurrentStaff;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Journal;

/** Reads a form's values from the record and writes its answers there. */
@Component
class RecordForms {

    private final Facts facts;
    private final Journal journal;
    private final CaseFiles cases;
    private final CaseAccess access;
    private final CurrentStaff staff;
    private final AccessLog log;
    private final Map<String, FormValueSource> sources;
    private final Map<String, List<SubmittedFormCheck>> checks;

    RecordForms(
            Facts facts,
            Journal journal,
            CaseFiles cases,
            CaseAccess access,
            CurrentStaff staff,
            AccessLog log,
            List<FormValueSource> sources,
            List<SubmittedFormCheck> checks) {
        this.facts = facts;
        this.journal = journal;
        this.cases = cases;
        this.access = access;
        this.staff = staff;
        this.log = log;
        this.sources = sources.stream().collect(Collectors.toMap(FormValueSource::key, Function.identity()));
        this.checks = checks.stream().collect(Collectors.groupingBy(SubmittedFormCheck::form));
    }

    /**
     * What the form shows, by key. A task's form shows its own fields to the people of the task; of a restricted case it
     * opens for the people on the list only.
     *
     * @throws AuthorizationException when the case does not exist for who asks
     */
    Map<String, Object> load(FormSchema schema, FormContext context) {
        if (context.hasCase() && access.hides(staff.userId(), context.caseNumber())) {
            throw new AuthorizationException("This case does not exist for " + staff.userId() + ".");
        }
        Map<String, Object> ofCase = context.hasCase() ? ofCase(context.caseNumber()) : Map.of();
        Map<String, Object> ofSubject = context.subject().isEmpty() || !context.hasCase()
                ? ofCase
                : facts.of(context.caseNumber(), context.subject());
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : schema.fields()) {
            Object value =
                    switch (field.use()) {
                        case FACT -> ofSubject.get(field.key());
                        case OCCASION -> null;
                        case READ -> shown(field.key(), context, ofSubject, ofCase);
                    };
            values.put(field.key(), value);
        }
        schema.shown().forEach(key -> values.put(key, shown(key, context, ofSubject, ofCase)));
        return values;
    }

    /** What the form shows to the person who opens it, and that she read it. */
    Map<String, Object> show(FormSchema schema, FormContext context) {
        Map<String, Object> values = load(schema, context);
        if (context.hasCase() && !CurrentStaff.APPLICATION.equals(staff.userId())) {
            log.noteForm(staff.userId(), context.caseNumber(), values.keySet());
        }
        return values;
    }

    private Map<String, Object> ofCase(String caseNumber) {
        Map<String, Object> values = new LinkedHashMap<>(facts.of(caseNumber));
        CaseFile file = cases.get(caseNumber);
        values.put("womanName", file.womanName());
        values.put("prisonNumber", file.prisonNumber());
        values.put("dateOfBirth", file.dateOfBirth().toString());
        values.put(
                "releaseDate", file.releaseDateIfKnown().map(Object::toString).orElse(null));
        return values;
    }

    private Object shown(String key, FormContext context, Map<String, Object> ofSubject, Map<String, Object> ofCase) {
        if (sources.containsKey(key)) {
            return sources.get(key).value(context);
        }
        return ofSubject.containsKey(key) ? ofSubject.get(key) : ofCase.get(key);
    }

    /** The answers that the form allows, checked and not yet stored. */
    Map<String, Object> accept(FormSchema schema, FormContext context, Map<String, Object> answers) {
        Map<String, Object> accepted =
                new FormValidation(key -> optionValues(key, context), load(schema, context)).accept(schema, answers);
        checks.getOrDefault(schema.id(), List.of()).forEach(check -> check.check(context, accepted));
        return accepted;
    }

    private List<Object> optionValues(String valuesKey, FormContext context) {
        return options(valuesKey, context).stream()
                .map(option -> (Object) option.get("value"))
                .toList();
    }

    /** The answers to choose from, each with {@code value} and {@code label}. */
    List<Map<?, ?>> options(String valuesKey, FormContext context) {
        Object options = sources.containsKey(valuesKey) ? sources.get(valuesKey).value(context) : List.of();
        return options instanceof List<?> list
                ? list.stream()
                        .<Map<?, ?>>map(option ->
                                option instanceof Map<?, ?> map ? map : Map.of("value", option, "label", option))
                        .toList()
                : List.of();
    }

    /** Keeps accepted answers as facts and in the journal. */
    void store(FormSchema schema, FormContext context, Map<String, Object> accepted, String taskKey) {
        Map<String, Object> given = new LinkedHashMap<>(accepted);
        given.values().removeIf(java.util.Objects::isNull);
        if (context.hasCase()) {
            cases.hold(context.caseNumber());
            facts.put(context.caseNumber(), context.subject(), accepted, taskKey);
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("form", schema.id());
        details.put("task", taskKey);
        details.put("subject", context.subject());
        details.put("answers", given);
        journal.write(
                context.hasCase() ? context.caseNumber() : null,
                "formSubmitted",
                "Form \"" + schema.id() + "\" submitted.",
                details);
    }
}
