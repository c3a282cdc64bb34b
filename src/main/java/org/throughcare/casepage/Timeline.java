package org.throughcare.casepage;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Journal;
import org.throughcare.casefile.JournalEntry;
import org.throughcare.casefile.PageOf;
import org.throughcare.casefile.Shown;

/** Everything that happened, newest first, as far as a reader may know it. */
@Component
class Timeline {

    private final Journal journal;
    private final Answers answers;
    private final EntryWords entryWords;
    private final StaffNames names;

    Timeline(Journal journal, Answers answers, EntryWords entryWords, StaffNames names) {
        this.journal = journal;
        this.answers = answers;
        this.entryWords = entryWords;
        this.names = names;
    }

    /**
     * A page of it.
     *
     * @param kind the kind of lines that are wanted; empty for all
     */
    PageOf<Shown> read(CaseReader reader, String kind, int page, int size) {
        PageOf.check(page, size);
        List<JournalEntry> entries = kind.isEmpty()
                ? journal.newest(reader.caseNumber(), page * size, size + 1)
                : journal.newest(reader.caseNumber(), kind, page * size, size + 1);
        return PageOf.of(entries.stream().map(entry -> shown(entry, reader)).toList(), page, size);
    }

    private Shown shown(JournalEntry entry, CaseReader reader) {
        Shown shown = new Shown();
        shown.put("at", entry.at().toString());
        shown.put("kind", entry.kind());
        if (mayRead(entry, reader)) {
            Map<String, Object> details = reader.view().shownDetails(entry.details());
            shown.put("summary", entryWords.of(entry));
            shown.put("by", entry.by());
            shown.put("byName", names.of(entry.by()));
            shown.put("details", details);
            if (details.get("answers") instanceof Map<?, ?> given) {
                shown.put("answers", inWords(details, given));
            }
        }
        return shown;
    }

    private static boolean mayRead(JournalEntry entry, CaseReader reader) {
        return reader.isStaff()
                && reader.view().showsEntry(entry.kind(), entry.details())
                && SharingSections.showsServiceOf(reader, entry.details());
    }

    @SuppressWarnings("unchecked")
    private List<Answers.Answer> inWords(Map<String, Object> details, Map<?, ?> given) {
        return answers.of(String.valueOf(details.get("form")), (Map<String, ?>) given);
    }
}
