package org.throughcare.casepage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.Journal;
import org.throughcare.casefile.JournalEntry;
import org.throughcare.casepage.SubjectAccess.Item;
import org.throughcare.casepage.SubjectAccess.Line;
import org.throughcare.casepage.SubjectAccess.Part;
import org.throughcare.words.Words;

/** Everything that happened, oldest first. */
@Component
@Order(4)
class JournalSource implements SubjectAccessSource {

    private final Journal journal;
    private final EntryWords words;
    private final HeldLines lines;
    private final StaffRoles roles;

    JournalSource(Journal journal, EntryWords words, HeldLines lines, StaffRoles roles) {
        this.journal = journal;
        this.words = words;
        this.lines = lines;
        this.roles = roles;
    }

    @Override
    public List<Part> of(CaseFile file) {
        return List.of(new Part(
                "journal",
                "What happened",
                journal.of(file.caseNumber()).stream().map(this::item).toList()));
    }

    private Item item(JournalEntry entry) {
        if (lines.withholdsEntry(entry.kind())) {
            return new Item(
                    entry.at(),
                    roles.of(entry.by()),
                    Words.of("entry", entry.kind()),
                    List.of(Line.withheld(null, "What was said")));
        }
        return new Item(entry.at(), roles.of(entry.by()), words.of(entry, roles::of), about(entry));
    }

    private List<Line> about(JournalEntry entry) {
        Map<String, Object> details = entry.details();
        if (details.get("answers") instanceof Map<?, ?> answers) {
            Map<String, Object> given = new LinkedHashMap<>();
            answers.forEach((key, value) -> given.put(String.valueOf(key), value));
            return lines.ofForm(String.valueOf(details.get("form")), given);
        }
        return details.containsKey("decision") ? decision(details) : List.of();
    }

    private static List<Line> decision(Map<String, Object> details) {
        List<Line> reasons = new ArrayList<>();
        if (details.get("rules") instanceof List<?> rules) {
            rules.forEach(rule -> reasons.add(reason((Map<?, ?>) rule)));
        }
        if (details.get("inputs") instanceof Map<?, ?> inputs) {
            inputs.forEach((name, value) -> reasons.add(Line.of(
                    "Looked at: " + Words.spoken(String.valueOf(name)),
                    value,
                    value == null ? "Not known" : Words.spoken(String.valueOf(value)))));
        }
        return reasons;
    }

    private static Line reason(Map<?, ?> rule) {
        Object outputs = rule.get("outputs");
        Object reason = outputs instanceof Map<?, ?> map ? map.get("reason") : null;
        return Line.of("Because", outputs, reason == null ? String.valueOf(rule.get("annotation")) : reason.toString());
    }
}
